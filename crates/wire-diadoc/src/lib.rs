//! The Diadoc surface. Read [`contract`]: the translation between user contracts and official titles.

pub mod contract;
