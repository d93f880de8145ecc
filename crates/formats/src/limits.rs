//! Every bound the engine works under. A file beyond one is refused, never cut.

/// Bytes of one file. The largest official exchange files (a УПД of several thousand rows with marking codes) stay under 20 MB.
pub const FILE_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Nested elements. The deepest official format has 14.
pub const DEPTH_MAX: usize = 64;
/// Attributes of one element. The widest official element has 28.
pub const ATTRIBUTES_MAX: usize = 128;
/// Elements of one file; keeps a tree of a small but dense file within a known memory.
pub const ELEMENTS_MAX: usize = 2_000_000;
/// Findings kept for one file: a person reads a page of them, not ten thousand.
pub const FINDINGS_MAX: usize = 200;
/// Places of one content model after counted repeats are written out (the official formats count to 20).
pub const CONTENT_PLACES_MAX: usize = 4_096;
/// Ways from one place of a content model to the next: keeps the making of a model within a second whatever a schema says.
pub const CONTENT_PAIRS_MAX: usize = 500_000;
/// Steps of one pattern after counted repeats are written out; the largest official one has about 3 000.
pub const PATTERN_STEPS_MAX: usize = 40_000;
/// Steps up to which a table is tried; keeps the work of compiling a strange schema within seconds.
pub const PATTERN_TABLE_STEPS_MAX: usize = 5_000;
/// States of a pattern's table; a pattern that needs more is matched step by step.
pub const PATTERN_STATES_MAX: usize = 2_000;
/// Bytes of one schema file offered for import. The largest official one has 230 KB.
pub const SCHEMA_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Bytes of one definition file of a pack. The largest of the base pack has 380 KB.
pub const DEFINITION_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Definitions of a pack laid over the base, which holds fewer than two hundred; keeps the start of a server within seconds.
pub const PACK_DEFINITIONS_MAX: usize = 1_000;
/// Bytes of a document checked in parts: a РСВ of a very large employer has about 100 MB.
pub const STREAM_BYTES_MAX: usize = 1024 * 1024 * 1024;
/// Elements of a document checked in parts; no tree is grown of it.
pub const STREAM_ELEMENTS_MAX: usize = 100_000_000;
/// Bytes kept of a document checked in parts, because control assertions that look across branches have still to be asked.
/// A million rows that such an assertion asks take about 100 MB.
pub const STREAM_NOTED_BYTES_MAX: usize = 256 * 1024 * 1024;
/// Bytes of one tag, text or comment of a document checked in parts: an attached file as base64 fits.
pub const MARKUP_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Bytes in which a document checked in parts must say which format it has.
pub const HEAD_BYTES_MAX: usize = 1024 * 1024;
/// Bytes of one formula of a control ratio; the longest embedded one has about 500.
pub const RATIO_BYTES_MAX: usize = 4_096;
/// Parts of one formula; bounds the depth of its evaluation as well.
pub const RATIO_NODES_MAX: usize = 300;
/// Ratios of one file; the largest published set (НДС) has about 200.
pub const RATIOS_MAX: usize = 1_000;
/// Forms one file may compare.
pub const FORMS_OF_RATIOS_MAX: usize = 2;
/// Documents compared with each other at once: a year of one payer has about 60 reports and notifications.
pub const DOCUMENTS_ACROSS_MAX: usize = 200;
/// Computed cells of one form; РСВ, the largest, has about 100 lines that follow from others.
pub const CELLS_MAX: usize = 1_000;
/// Digits after the point of a computed cell; the formats' sums have two, their quantities eleven.
pub const CELL_DIGITS_MAX: u32 = 11;
/// Rows of one table of moves between versions of a form; the longest embedded one has about 40.
pub const MOVES_MAX: usize = 1_000;
