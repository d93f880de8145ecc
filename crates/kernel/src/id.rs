use thiserror::Error;
use uuid::Uuid;

/// A text or octets that are no identifier: not 16 octets, not the hyphenated form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not an identifier: 16 octets, or the lower-case hyphenated UUID text")]
pub struct IdRefusal;

/// What all typed identifiers share. Made by [`typed_id!`](crate::typed_id).
pub trait TypedId: Copy + Eq + Ord + std::hash::Hash + std::fmt::Debug + Send + Sync + 'static {
    /// Wraps a UUID.
    fn from_uuid(uuid: Uuid) -> Self;
    /// The UUID inside.
    fn uuid(self) -> Uuid;
}

/// Declares an identifier: a UUIDv7, 16 octets in tables, lower-case hyphenated text elsewhere, one type a kind.
///
/// New ones come from [`Cx::new_id`](crate::Cx::new_id). Reading refuses anything but 16 octets or the text form.
///
/// ```
/// kernel::typed_id!(
///     /// A parcel.
///     pub struct ParcelId
/// );
/// let text = "0192d3c4-0000-7000-8000-00000000002a";
/// assert_eq!(text.parse::<ParcelId>().unwrap().to_string(), text);
/// ```
#[macro_export]
macro_rules! typed_id {
    ($(#[$meta:meta])* $vis:vis struct $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis struct $name($crate::uuid::Uuid);

        impl $name {
            /// Reads the 16 octets of a table column.
            pub fn from_bytes(bytes: &[u8]) -> ::core::result::Result<Self, $crate::IdRefusal> {
                $crate::uuid::Uuid::from_slice(bytes).map(Self).map_err(|_| $crate::IdRefusal)
            }

            /// The 16 octets.
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// The 16 octets, for binding to a statement.
            pub fn to_vec(&self) -> ::std::vec::Vec<u8> {
                self.0.as_bytes().to_vec()
            }
        }

        impl $crate::TypedId for $name {
            fn from_uuid(uuid: $crate::uuid::Uuid) -> Self {
                Self(uuid)
            }

            fn uuid(self) -> $crate::uuid::Uuid {
                self.0
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::write!(f, "{}({})", ::core::stringify!($name), self.0)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::IdRefusal;

            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::IdRefusal> {
                if text.len() != 36 {
                    return ::core::result::Result::Err($crate::IdRefusal);
                }
                $crate::uuid::Uuid::try_parse(text).map(Self).map_err(|_| $crate::IdRefusal)
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                to.collect_str(&self.0)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                let text = <::std::borrow::Cow<'de, str> as $crate::serde::Deserialize>::deserialize(from)?;
                text.parse().map_err(<D::Error as $crate::serde::de::Error>::custom)
            }
        }

        impl ::core::convert::From<$name> for ::std::vec::Vec<u8> {
            fn from(id: $name) -> ::std::vec::Vec<u8> {
                id.to_vec()
            }
        }
    };
}

typed_id!(
    /// A company or a sole proprietor as a tenant: the distribution key of every growing table.
    pub struct OrganizationId
);
typed_id!(
    /// A person who signs in.
    pub struct UserId
);
typed_id!(
    /// An organization's box: what messages are sent to and from.
    pub struct BoxId
);
typed_id!(
    /// One sign-in of a person or a program: what a token stands for.
    pub struct SignInId
);
typed_id!(
    /// An integrator's key: a program allowed to act for its owner.
    pub struct IntegratorKeyId
);
typed_id!(
    /// A background job.
    pub struct JobId
);
typed_id!(
    /// One request from outside, or one run of a job; stands in answers and logs.
    pub struct RequestId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_octets_come_back() {
        let text = "0192d3c4-0000-7000-8000-00000000002a";
        let id: BoxId = text.parse().unwrap();
        assert_eq!(id.to_string(), text);
        assert_eq!(BoxId::from_bytes(&id.to_vec()), Ok(id));
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<BoxId>(&format!("\"{text}\"")).unwrap(), id);
    }

    #[test]
    fn other_shapes_are_refused() {
        for bad in [
            "",
            "42",
            "0192d3c4000070008000000000000002a",
            "{0192d3c4-0000-7000-8000-00000000002a}",
            "zz92d3c4-0000-7000-8000-00000000002a",
        ] {
            assert_eq!(bad.parse::<BoxId>(), Err(IdRefusal), "{bad}");
        }
        assert_eq!(BoxId::from_bytes(&[0; 15]), Err(IdRefusal));
        assert_eq!(BoxId::from_bytes(&[0; 17]), Err(IdRefusal));
        assert!(serde_json::from_str::<BoxId>("42").is_err());
    }
}
