/// Stops on a broken invariant: the one sanctioned panic of the workspace. The edge catches it, answers 500 and
/// raises an alarm. Not for bad input (a refusal) and not for a failed machine (a fault).
///
/// The text names the invariant, never content, names of persons, keys or tokens.
#[macro_export]
macro_rules! bug {
    ($($text:tt)*) => {
        panic!("bug: {}", format_args!($($text)*))
    };
}
