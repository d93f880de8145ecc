//! Exchange of signed documents between boxes.

pub mod model;
