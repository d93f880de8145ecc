//! What may be bound to a statement.

use std::marker::PhantomData;

use kernel::{CivilDate, Inn, Kpp, Moment, Money, Ogrn, Snils};

use crate::sql::Bind;

/// A value that can be bound; rooms use [`crate::binds!`].
pub trait IntoBind {
    /// The value as it is stored.
    fn into_bind(self) -> Bind;
}

impl IntoBind for Bind {
    fn into_bind(self) -> Bind {
        self
    }
}

macro_rules! bindable {
    ($($type:ty => $variant:ident, |$value:ident| $stored:expr;)*) => { $(
        impl IntoBind for $type {
            fn into_bind(self) -> Bind { let $value = self; Bind::$variant(Some($stored)) }
        }
        impl IntoBind for Option<$type> {
            fn into_bind(self) -> Bind { self.map_or(Bind::$variant(None), IntoBind::into_bind) }
        }
    )* };
}

bindable! {
    i64 => I64, |number| number;
    &i64 => I64, |number| *number;
    i32 => I64, |number| i64::from(number);
    u32 => I64, |number| i64::from(number);
    u16 => I64, |number| i64::from(number);
    u8 => I64, |number| i64::from(number);
    bool => I64, |flag| i64::from(flag);
    Moment => I64, |at| at.micros();
    &Moment => I64, |at| at.micros();
    Money => I64, |money| money.kopecks();
    String => Text, |text| text;
    &String => Text, |text| text.clone();
    &str => Text, |text| text.to_owned();
    CivilDate => Text, |date| date.to_string();
    &Inn => Text, |inn| inn.as_str().to_owned();
    &Kpp => Text, |kpp| kpp.as_str().to_owned();
    &Ogrn => Text, |ogrn| ogrn.as_str().to_owned();
    &Snils => Text, |snils| snils.as_str().to_owned();
    Vec<u8> => Bytes, |bytes| bytes;
    &Vec<u8> => Bytes, |bytes| bytes.clone();
    &[u8] => Bytes, |bytes| bytes.to_vec();
}

impl<const N: usize> IntoBind for [u8; N] {
    fn into_bind(self) -> Bind {
        Bind::Bytes(Some(self.to_vec()))
    }
}

impl<const N: usize> IntoBind for &[u8; N] {
    fn into_bind(self) -> Bind {
        Bind::Bytes(Some(self.to_vec()))
    }
}

/// For [`crate::binds!`] only: typed ids of the rooms are bound through `kernel::TypedId`, which no blanket
/// implementation can reach, so the macro picks the way by the value's type.
#[doc(hidden)]
#[derive(Debug)]
pub struct Probe<T>(PhantomData<T>);

impl<T> Probe<T> {
    pub const fn of(_: &T) -> Self {
        Self(PhantomData)
    }
}

/// The ways by which [`crate::binds!`] binds a value; the nearest fitting one wins.
#[doc(hidden)]
pub mod ways {
    use super::{IntoBind, Probe};
    use crate::sql::Bind;
    use kernel::TypedId;

    macro_rules! ways {
    ($($way:ident, $tag:ident, <$t:ident: $bound:ident>, $probe:ty, $value:ty, |$v:ident| $stored:expr;)*) => { $(
        #[doc(hidden)]
        #[derive(Debug)]
        pub struct $tag;
        #[doc(hidden)]
        pub trait $way {
            fn way(&self) -> $tag {
                $tag
            }
        }
        impl<$t: $bound> $way for $probe {}
        impl $tag {
            pub fn bind<$t: $bound>(self, $v: $value) -> Bind {
                $stored
            }
        }
    )* };
}

    ways! {
        DirectWay, Direct, <T: IntoBind>, &&&&Probe<T>, T, |value| value.into_bind();
        IdWay, Id, <T: TypedId>, &&&Probe<T>, T, |id| Bind::Bytes(Some(id.uuid().as_bytes().to_vec()));
        IdRefWay, IdRef, <T: TypedId>, &&Probe<&T>, &T, |id| Id.bind(*id);
        IdOptionWay, IdOption, <T: TypedId>, &Probe<Option<T>>, Option<T>,
            |id| id.map_or(Bind::Bytes(None), |id| Id.bind(id));
        IdRefOptionWay, IdRefOption, <T: TypedId>, Probe<Option<&T>>, Option<&T>, |id| IdOption.bind(id.copied());
    }
}

/// Values for a statement's `$1, $2, …` in order: `binds![organization_id, "text", 5, at]`.
///
/// Takes `i64`, smaller whole numbers, `bool` (as 0 or 1), `&str`, `String`, `&[u8]`, `Vec<u8>`, `[u8; N]`, `Moment`,
/// `Money`, a civil date, `&Inn` and the like, typed ids, and the `Option` of each.
#[macro_export]
macro_rules! binds {
    () => { ::std::vec::Vec::<$crate::Bind>::new() };
    ($($value:expr),+ $(,)?) => {{
        use $crate::bind::ways::*;
        ::std::vec![$(match $value { value => (&&&&&$crate::bind::Probe::of(&value)).way().bind(value) }),+]
    }};
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{JobId, TypedId as _};

    #[test]
    fn every_kind_of_value_binds() {
        let id = JobId::from_bytes(&[7; 16]).unwrap();
        let sixteen = Bind::Bytes(Some(vec![7; 16]));
        let binds = binds![id, &id, Some(id), Some(&id), None::<JobId>, id.uuid().as_bytes()];
        assert_eq!(
            binds,
            vec![sixteen.clone(), sixteen.clone(), sixteen.clone(), sixteen.clone(), Bind::Bytes(None), sixteen]
        );
        let name = String::from("Ромашка");
        assert_eq!(
            binds![5, &name, "x", None::<&str>, true, Moment::from_micros(9), vec![1_u8], None::<i64>],
            vec![
                Bind::I64(Some(5)),
                Bind::Text(Some(name)),
                Bind::Text(Some("x".into())),
                Bind::Text(None),
                Bind::I64(Some(1)),
                Bind::I64(Some(9)),
                Bind::Bytes(Some(vec![1])),
                Bind::I64(None),
            ]
        );
    }
}
