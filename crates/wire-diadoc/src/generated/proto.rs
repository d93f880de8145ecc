// Written by `cargo xtask codegen` from contracts/diadoc-wire.json.
pub mod diadoc {
    pub mod api {
        pub mod proto {
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct DocumentId {
                #[prost(string, required, tag = "1")]
                pub message_id: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub entity_id: ::prost::alloc::string::String,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct CustomDataItem {
                #[prost(string, required, tag = "1")]
                pub key: ::prost::alloc::string::String,
                #[prost(string, optional, tag = "2")]
                pub value: ::core::option::Option<::prost::alloc::string::String>,
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum DocumentDirection {
                UnknownDocumentDirection = 0,
                Inbound = 1,
                Outbound = 2,
                Internal = 3,
            }
            impl DocumentDirection {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownDocumentDirection => "UnknownDocumentDirection",
                        Self::Inbound => "Inbound",
                        Self::Outbound => "Outbound",
                        Self::Internal => "Internal",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownDocumentDirection" => {
                            Some(Self::UnknownDocumentDirection)
                        }
                        "Inbound" => Some(Self::Inbound),
                        "Outbound" => Some(Self::Outbound),
                        "Internal" => Some(Self::Internal),
                        _ => None,
                    }
                }
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum DocumentType {
                UnknownDocumentType = -1,
                Nonformalized = 0,
                Invoice = 1,
                TrustConnectionRequest = 11,
                Torg12 = 12,
                InvoiceRevision = 13,
                InvoiceCorrection = 14,
                InvoiceCorrectionRevision = 15,
                AcceptanceCertificate = 16,
                ProformaInvoice = 18,
                XmlTorg12 = 19,
                XmlAcceptanceCertificate = 20,
                PriceList = 26,
                PriceListAgreement = 30,
                CertificateRegistry = 34,
                ReconciliationAct = 35,
                Contract = 36,
                Torg13 = 37,
                ServiceDetails = 38,
                SupplementaryAgreement = 40,
                UniversalTransferDocument = 41,
                UniversalTransferDocumentRevision = 45,
                MesNotification = 46,
                UniversalCorrectionDocument = 49,
                UniversalCorrectionDocumentRevision = 50,
            }
            impl DocumentType {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownDocumentType => "UnknownDocumentType",
                        Self::Nonformalized => "Nonformalized",
                        Self::Invoice => "Invoice",
                        Self::TrustConnectionRequest => "TrustConnectionRequest",
                        Self::Torg12 => "Torg12",
                        Self::InvoiceRevision => "InvoiceRevision",
                        Self::InvoiceCorrection => "InvoiceCorrection",
                        Self::InvoiceCorrectionRevision => "InvoiceCorrectionRevision",
                        Self::AcceptanceCertificate => "AcceptanceCertificate",
                        Self::ProformaInvoice => "ProformaInvoice",
                        Self::XmlTorg12 => "XmlTorg12",
                        Self::XmlAcceptanceCertificate => "XmlAcceptanceCertificate",
                        Self::PriceList => "PriceList",
                        Self::PriceListAgreement => "PriceListAgreement",
                        Self::CertificateRegistry => "CertificateRegistry",
                        Self::ReconciliationAct => "ReconciliationAct",
                        Self::Contract => "Contract",
                        Self::Torg13 => "Torg13",
                        Self::ServiceDetails => "ServiceDetails",
                        Self::SupplementaryAgreement => "SupplementaryAgreement",
                        Self::UniversalTransferDocument => "UniversalTransferDocument",
                        Self::UniversalTransferDocumentRevision => {
                            "UniversalTransferDocumentRevision"
                        }
                        Self::MesNotification => "MesNotification",
                        Self::UniversalCorrectionDocument => {
                            "UniversalCorrectionDocument"
                        }
                        Self::UniversalCorrectionDocumentRevision => {
                            "UniversalCorrectionDocumentRevision"
                        }
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownDocumentType" => Some(Self::UnknownDocumentType),
                        "Nonformalized" => Some(Self::Nonformalized),
                        "Invoice" => Some(Self::Invoice),
                        "TrustConnectionRequest" => Some(Self::TrustConnectionRequest),
                        "Torg12" => Some(Self::Torg12),
                        "InvoiceRevision" => Some(Self::InvoiceRevision),
                        "InvoiceCorrection" => Some(Self::InvoiceCorrection),
                        "InvoiceCorrectionRevision" => {
                            Some(Self::InvoiceCorrectionRevision)
                        }
                        "AcceptanceCertificate" => Some(Self::AcceptanceCertificate),
                        "ProformaInvoice" => Some(Self::ProformaInvoice),
                        "XmlTorg12" => Some(Self::XmlTorg12),
                        "XmlAcceptanceCertificate" => {
                            Some(Self::XmlAcceptanceCertificate)
                        }
                        "PriceList" => Some(Self::PriceList),
                        "PriceListAgreement" => Some(Self::PriceListAgreement),
                        "CertificateRegistry" => Some(Self::CertificateRegistry),
                        "ReconciliationAct" => Some(Self::ReconciliationAct),
                        "Contract" => Some(Self::Contract),
                        "Torg13" => Some(Self::Torg13),
                        "ServiceDetails" => Some(Self::ServiceDetails),
                        "SupplementaryAgreement" => Some(Self::SupplementaryAgreement),
                        "UniversalTransferDocument" => {
                            Some(Self::UniversalTransferDocument)
                        }
                        "UniversalTransferDocumentRevision" => {
                            Some(Self::UniversalTransferDocumentRevision)
                        }
                        "MesNotification" => Some(Self::MesNotification),
                        "UniversalCorrectionDocument" => {
                            Some(Self::UniversalCorrectionDocument)
                        }
                        "UniversalCorrectionDocumentRevision" => {
                            Some(Self::UniversalCorrectionDocumentRevision)
                        }
                        _ => None,
                    }
                }
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct Address {
                #[prost(message, optional, tag = "1")]
                pub russian_address: ::core::option::Option<RussianAddress>,
                #[prost(message, optional, tag = "2")]
                pub foreign_address: ::core::option::Option<ForeignAddress>,
                #[prost(string, optional, tag = "3")]
                pub address_code: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(message, optional, tag = "4")]
                pub gar_address: ::core::option::Option<GarAddress>,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct ForeignAddress {
                #[prost(string, required, tag = "1")]
                pub country: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub address: ::prost::alloc::string::String,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct GarAddress {
                #[prost(string, required, tag = "1")]
                pub fias_id: ::prost::alloc::string::String,
                #[prost(string, optional, tag = "2")]
                pub zip_code: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, required, tag = "3")]
                pub region_code: ::prost::alloc::string::String,
                #[prost(message, optional, tag = "4")]
                pub municipal_district: ::core::option::Option<GarAddressNameElement>,
                #[prost(message, optional, tag = "5")]
                pub urban_settlement: ::core::option::Option<GarAddressNameElement>,
                #[prost(message, optional, tag = "6")]
                pub city: ::core::option::Option<GarAddressNameElement>,
                #[prost(message, optional, tag = "7")]
                pub planning_structure: ::core::option::Option<GarAddressNameElement>,
                #[prost(message, optional, tag = "8")]
                pub street: ::core::option::Option<GarAddressNameElement>,
                #[prost(string, optional, tag = "9")]
                pub stead: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(message, optional, tag = "10")]
                pub garhouse: ::core::option::Option<GarHouse>,
                #[prost(message, optional, tag = "11")]
                pub room_within_building: ::core::option::Option<
                    GarAddressNumberElement,
                >,
                #[prost(message, optional, tag = "12")]
                pub room_within_apartment: ::core::option::Option<
                    GarAddressNumberElement,
                >,
                #[prost(
                    enumeration = "GarAddressDivisionType",
                    required,
                    tag = "13",
                    default = "Municipal"
                )]
                pub division_type: i32,
                #[prost(message, optional, tag = "14")]
                pub district: ::core::option::Option<GarAddressNameElement>,
                #[prost(message, optional, tag = "15")]
                pub settlement: ::core::option::Option<GarAddressNameElement>,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct GarAddressNameElement {
                #[prost(string, required, tag = "1")]
                pub abbreviation: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub name: ::prost::alloc::string::String,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct GarAddressNumberElement {
                #[prost(string, required, tag = "1")]
                pub abbreviation: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub number: ::prost::alloc::string::String,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct GarHouse {
                #[prost(string, required, tag = "1")]
                pub abbreviation: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub number: ::prost::alloc::string::String,
                #[prost(string, optional, tag = "3")]
                pub add_number1: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "4")]
                pub add_abbreviation1: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(string, optional, tag = "5")]
                pub add_number2: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "6")]
                pub add_abbreviation2: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct RussianAddress {
                #[prost(string, optional, tag = "1")]
                pub zip_code: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, required, tag = "2")]
                pub region: ::prost::alloc::string::String,
                #[prost(string, optional, tag = "3")]
                pub territory: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "4")]
                pub city: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "5")]
                pub locality: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "6")]
                pub street: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "7")]
                pub building: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "8")]
                pub block: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "9")]
                pub apartment: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "10")]
                pub other_information: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum GarAddressDivisionType {
                UnknownDivisionType = 0,
                Municipal = 1,
                Administrative = 2,
            }
            impl GarAddressDivisionType {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownDivisionType => "UnknownDivisionType",
                        Self::Municipal => "Municipal",
                        Self::Administrative => "Administrative",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownDivisionType" => Some(Self::UnknownDivisionType),
                        "Municipal" => Some(Self::Municipal),
                        "Administrative" => Some(Self::Administrative),
                        _ => None,
                    }
                }
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct ContentV3 {
                #[prost(bytes = "bytes", optional, tag = "1")]
                pub content: ::core::option::Option<::prost::bytes::Bytes>,
                #[prost(string, optional, tag = "2")]
                pub name_on_shelf: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(message, optional, tag = "3")]
                pub entity_id: ::core::option::Option<DocumentId>,
                #[prost(string, optional, tag = "4")]
                pub patched_content_id: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
            }
            #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct Timestamp {
                #[prost(sfixed64, required, tag = "1")]
                pub ticks: i64,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct FullName {
                #[prost(string, required, tag = "1")]
                pub last_name: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub first_name: ::prost::alloc::string::String,
                #[prost(string, optional, tag = "3")]
                pub middle_name: ::core::option::Option<::prost::alloc::string::String>,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct UserV2 {
                #[prost(string, required, tag = "1")]
                pub user_id: ::prost::alloc::string::String,
                #[prost(string, optional, tag = "2")]
                pub login: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(message, optional, tag = "3")]
                pub full_name: ::core::option::Option<FullName>,
                #[prost(bool, required, tag = "4")]
                pub is_registered: bool,
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum LockMode {
                Unknown = 0,
                None = 1,
                Send = 2,
                Full = 3,
            }
            impl LockMode {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::Unknown => "Unknown",
                        Self::None => "None",
                        Self::Send => "Send",
                        Self::Full => "Full",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "Unknown" => Some(Self::Unknown),
                        "None" => Some(Self::None),
                        "Send" => Some(Self::Send),
                        "Full" => Some(Self::Full),
                        _ => None,
                    }
                }
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum ResolutionRequestType {
                UnknownResolutionRequestType = -1,
                ApprovementRequest = 0,
                SignatureRequest = 1,
                ApprovementSignatureRequest = 2,
                Custom = 3,
            }
            impl ResolutionRequestType {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownResolutionRequestType => {
                            "UnknownResolutionRequestType"
                        }
                        Self::ApprovementRequest => "ApprovementRequest",
                        Self::SignatureRequest => "SignatureRequest",
                        Self::ApprovementSignatureRequest => {
                            "ApprovementSignatureRequest"
                        }
                        Self::Custom => "Custom",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownResolutionRequestType" => {
                            Some(Self::UnknownResolutionRequestType)
                        }
                        "ApprovementRequest" => Some(Self::ApprovementRequest),
                        "SignatureRequest" => Some(Self::SignatureRequest),
                        "ApprovementSignatureRequest" => {
                            Some(Self::ApprovementSignatureRequest)
                        }
                        "Custom" => Some(Self::Custom),
                        _ => None,
                    }
                }
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum ResolutionType {
                UnknownResolutionType = -1,
                UndefinedResolutionType = 0,
                Approve = 1,
                Disapprove = 2,
            }
            impl ResolutionType {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownResolutionType => "UnknownResolutionType",
                        Self::UndefinedResolutionType => "UndefinedResolutionType",
                        Self::Approve => "Approve",
                        Self::Disapprove => "Disapprove",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownResolutionType" => Some(Self::UnknownResolutionType),
                        "UndefinedResolutionType" => Some(Self::UndefinedResolutionType),
                        "Approve" => Some(Self::Approve),
                        "Disapprove" => Some(Self::Disapprove),
                        _ => None,
                    }
                }
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct UniversalMessageCreator {
                #[prost(string, required, tag = "1")]
                pub box_id: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub department_id: ::prost::alloc::string::String,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct UniversalMessageEvent {
                #[prost(int32, required, tag = "1")]
                pub status_code: i32,
                #[prost(string, optional, tag = "2")]
                pub plain_text: ::core::option::Option<::prost::alloc::string::String>,
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct UniversalMessageInfo {
                #[prost(
                    enumeration = "UniversalMessageCodeGroup",
                    optional,
                    tag = "1",
                    default = "UnknownUniversalMessageCodeGroup"
                )]
                pub code_group: ::core::option::Option<i32>,
                #[prost(message, repeated, tag = "2")]
                pub events: ::prost::alloc::vec::Vec<UniversalMessageEvent>,
                #[prost(message, required, tag = "3")]
                pub universal_message_creator: UniversalMessageCreator,
                #[prost(bool, optional, tag = "4", default = "false")]
                pub is_out_of_workflow: ::core::option::Option<bool>,
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum UniversalMessageBehaviour {
                Undefined = 0,
                AffectsWorkflow = 1,
                DoesNotAffectWorkflow = 2,
            }
            impl UniversalMessageBehaviour {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::Undefined => "Undefined",
                        Self::AffectsWorkflow => "AffectsWorkflow",
                        Self::DoesNotAffectWorkflow => "DoesNotAffectWorkflow",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "Undefined" => Some(Self::Undefined),
                        "AffectsWorkflow" => Some(Self::AffectsWorkflow),
                        "DoesNotAffectWorkflow" => Some(Self::DoesNotAffectWorkflow),
                        _ => None,
                    }
                }
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum UniversalMessageCodeGroup {
                UnknownUniversalMessageCodeGroup = 0,
                Receipt = 1,
                AmendmentRequest = 2,
                Rejection = 3,
                InformationMessage = 4,
            }
            impl UniversalMessageCodeGroup {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownUniversalMessageCodeGroup => {
                            "UnknownUniversalMessageCodeGroup"
                        }
                        Self::Receipt => "Receipt",
                        Self::AmendmentRequest => "AmendmentRequest",
                        Self::Rejection => "Rejection",
                        Self::InformationMessage => "InformationMessage",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownUniversalMessageCodeGroup" => {
                            Some(Self::UnknownUniversalMessageCodeGroup)
                        }
                        "Receipt" => Some(Self::Receipt),
                        "AmendmentRequest" => Some(Self::AmendmentRequest),
                        "Rejection" => Some(Self::Rejection),
                        "InformationMessage" => Some(Self::InformationMessage),
                        _ => None,
                    }
                }
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct AcquireCounteragentRequest {
                #[prost(string, optional, tag = "1")]
                pub org_id: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "2")]
                pub inn: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "3")]
                pub message_to_counteragent: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(message, optional, tag = "4")]
                pub invitation_document: ::core::option::Option<InvitationDocument>,
                #[prost(string, optional, tag = "5")]
                pub box_id: ::core::option::Option<::prost::alloc::string::String>,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct AcquireCounteragentResultV2 {
                #[prost(string, required, tag = "1")]
                pub box_id: ::prost::alloc::string::String,
                #[prost(message, optional, tag = "2")]
                pub invitation_document_id: ::core::option::Option<DocumentId>,
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct InvitationDocument {
                #[prost(message, required, tag = "1")]
                pub signed_content: events::SignedContent,
                #[prost(string, required, tag = "2")]
                pub file_name: ::prost::alloc::string::String,
                #[prost(bool, optional, tag = "3", default = "false")]
                pub signature_requested: ::core::option::Option<bool>,
                #[prost(string, optional, tag = "4")]
                pub r#type: ::core::option::Option<::prost::alloc::string::String>,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct AsyncMethodResult {
                #[prost(string, optional, tag = "1")]
                pub task_id: ::core::option::Option<::prost::alloc::string::String>,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct Content {
                #[prost(sfixed32, required, tag = "1")]
                pub size: i32,
                #[prost(bytes = "bytes", optional, tag = "2")]
                pub data: ::core::option::Option<::prost::bytes::Bytes>,
            }
            #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct OrganizationTypeScope {}
            /// Nested message and enum types in `OrganizationTypeScope`.
            pub mod organization_type_scope {
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum OrganizationType {
                    UnknownOrganizationType = 0,
                    Individual = 1,
                    Juridical = 2,
                    PhysicalPerson = 3,
                }
                impl OrganizationType {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownOrganizationType => "UnknownOrganizationType",
                            Self::Individual => "Individual",
                            Self::Juridical => "Juridical",
                            Self::PhysicalPerson => "PhysicalPerson",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownOrganizationType" => {
                                Some(Self::UnknownOrganizationType)
                            }
                            "Individual" => Some(Self::Individual),
                            "Juridical" => Some(Self::Juridical),
                            "PhysicalPerson" => Some(Self::PhysicalPerson),
                            _ => None,
                        }
                    }
                }
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct Box {
                #[prost(string, required, tag = "1")]
                pub box_id: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub title: ::prost::alloc::string::String,
                #[prost(message, optional, tag = "3")]
                pub organization: ::core::option::Option<Organization>,
                #[prost(
                    enumeration = "OrganizationInvoiceFormatVersion",
                    optional,
                    tag = "4",
                    default = "V502"
                )]
                pub invoice_format_version: ::core::option::Option<i32>,
                #[prost(bool, optional, tag = "5")]
                pub encrypted_documents_allowed: ::core::option::Option<bool>,
                #[prost(string, required, tag = "6")]
                pub box_id_guid: ::prost::alloc::string::String,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct Department {
                #[prost(string, required, tag = "1")]
                pub department_id: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub parent_department_id: ::prost::alloc::string::String,
                #[prost(string, required, tag = "3")]
                pub name: ::prost::alloc::string::String,
                #[prost(string, optional, tag = "4")]
                pub abbreviation: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "5")]
                pub kpp: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(message, optional, tag = "6")]
                pub address: ::core::option::Option<Address>,
                #[prost(bool, optional, tag = "7", default = "false")]
                pub is_disabled: ::core::option::Option<bool>,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct ForeignInformation {
                #[prost(string, required, tag = "1")]
                pub foreign_taxpayer_code: ::prost::alloc::string::String,
                #[prost(string, optional, tag = "2")]
                pub identification_of_status: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(string, optional, tag = "3")]
                pub other_information: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct Organization {
                #[prost(string, required, tag = "1")]
                pub org_id: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub inn: ::prost::alloc::string::String,
                #[prost(string, optional, tag = "3")]
                pub kpp: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, required, tag = "4")]
                pub full_name: ::prost::alloc::string::String,
                #[prost(string, optional, tag = "5")]
                pub short_name: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(message, repeated, tag = "7")]
                pub boxes: ::prost::alloc::vec::Vec<Box>,
                #[prost(string, optional, tag = "8")]
                pub ogrn: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "9")]
                pub fns_participant_id: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(message, optional, tag = "10")]
                pub address: ::core::option::Option<Address>,
                #[prost(string, optional, tag = "11")]
                pub fns_registration_date: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(message, repeated, tag = "12")]
                pub departments: ::prost::alloc::vec::Vec<Department>,
                #[prost(string, optional, tag = "13")]
                pub ifns_code: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(bool, optional, tag = "14")]
                pub is_pilot: ::core::option::Option<bool>,
                #[prost(bool, optional, tag = "15")]
                pub is_active: ::core::option::Option<bool>,
                #[prost(bool, optional, tag = "16")]
                pub is_test: ::core::option::Option<bool>,
                #[prost(bool, optional, tag = "17")]
                pub is_branch: ::core::option::Option<bool>,
                #[prost(bool, optional, tag = "18")]
                pub is_roaming: ::core::option::Option<bool>,
                #[prost(bool, optional, tag = "19")]
                pub is_employee: ::core::option::Option<bool>,
                #[prost(int32, optional, tag = "20")]
                pub invitation_count: ::core::option::Option<i32>,
                #[prost(int32, optional, tag = "21")]
                pub search_count: ::core::option::Option<i32>,
                #[prost(enumeration = "Sociability", required, tag = "22")]
                pub sociability: i32,
                #[prost(string, optional, tag = "23")]
                pub liquidation_date: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(string, optional, tag = "24")]
                pub certificate_of_registry_info: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(bool, optional, tag = "25")]
                pub is_foreign: ::core::option::Option<bool>,
                #[prost(bool, optional, tag = "26")]
                pub has_certificate_to_sign: ::core::option::Option<bool>,
                #[prost(
                    enumeration = "organization_type_scope::OrganizationType",
                    required,
                    tag = "27"
                )]
                pub organization_type: i32,
                #[prost(bool, optional, tag = "28", default = "false")]
                pub is_owner: ::core::option::Option<bool>,
                #[prost(message, optional, tag = "29")]
                pub foreign_information: ::core::option::Option<ForeignInformation>,
                #[prost(enumeration = "ReadyForEpdStatus", required, tag = "30")]
                pub ready_for_epd_status: i32,
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct OrganizationList {
                #[prost(message, repeated, tag = "1")]
                pub organizations: ::prost::alloc::vec::Vec<Organization>,
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum OrganizationInvoiceFormatVersion {
                V501 = 1,
                V502 = 2,
            }
            impl OrganizationInvoiceFormatVersion {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::V501 => "v5_01",
                        Self::V502 => "v5_02",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "v5_01" => Some(Self::V501),
                        "v5_02" => Some(Self::V502),
                        _ => None,
                    }
                }
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum ReadyForEpdStatus {
                UnknownEpdStatus = 0,
                UndefinedEpdStatus = 1,
                Ready = 2,
                NotReady = 3,
            }
            impl ReadyForEpdStatus {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownEpdStatus => "UnknownEpdStatus",
                        Self::UndefinedEpdStatus => "UndefinedEpdStatus",
                        Self::Ready => "Ready",
                        Self::NotReady => "NotReady",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownEpdStatus" => Some(Self::UnknownEpdStatus),
                        "UndefinedEpdStatus" => Some(Self::UndefinedEpdStatus),
                        "Ready" => Some(Self::Ready),
                        "NotReady" => Some(Self::NotReady),
                        _ => None,
                    }
                }
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum Sociability {
                AllOrganizations = 0,
                CounteragentsOnly = 1,
            }
            impl Sociability {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::AllOrganizations => "AllOrganizations",
                        Self::CounteragentsOnly => "CounteragentsOnly",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "AllOrganizations" => Some(Self::AllOrganizations),
                        "CounteragentsOnly" => Some(Self::CounteragentsOnly),
                        _ => None,
                    }
                }
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum TotalCountType {
                UnknownCountType = 0,
                Equal = 1,
                GreaterThanOrEqual = 2,
            }
            impl TotalCountType {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownCountType => "UnknownCountType",
                        Self::Equal => "Equal",
                        Self::GreaterThanOrEqual => "GreaterThanOrEqual",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownCountType" => Some(Self::UnknownCountType),
                        "Equal" => Some(Self::Equal),
                        "GreaterThanOrEqual" => Some(Self::GreaterThanOrEqual),
                        _ => None,
                    }
                }
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct Counteragent {
                #[prost(string, optional, tag = "1")]
                pub index_key: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(message, required, tag = "2")]
                pub organization: Organization,
                #[prost(
                    enumeration = "CounteragentStatus",
                    optional,
                    tag = "3",
                    default = "UnknownCounteragentStatus"
                )]
                pub current_status: ::core::option::Option<i32>,
                #[prost(sfixed64, required, tag = "4")]
                pub last_event_timestamp_ticks: i64,
                #[prost(string, optional, tag = "6")]
                pub message_from_counteragent: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(string, optional, tag = "7")]
                pub message_to_counteragent: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(message, optional, tag = "8")]
                pub invitation_document_id: ::core::option::Option<DocumentId>,
                #[prost(string, optional, tag = "9")]
                pub counteragent_group_id: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct CounteragentList {
                #[prost(int32, required, tag = "1")]
                pub total_count: i32,
                #[prost(message, repeated, tag = "2")]
                pub counteragents: ::prost::alloc::vec::Vec<Counteragent>,
                #[prost(enumeration = "TotalCountType", required, tag = "3")]
                pub total_count_type: i32,
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum CounteragentStatus {
                UnknownCounteragentStatus = 0,
                IsMyCounteragent = 1,
                InvitesMe = 2,
                IsInvitedByMe = 3,
                RejectsMe = 5,
                IsRejectedByMe = 6,
                NotInCounteragentList = 7,
            }
            impl CounteragentStatus {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownCounteragentStatus => "UnknownCounteragentStatus",
                        Self::IsMyCounteragent => "IsMyCounteragent",
                        Self::InvitesMe => "InvitesMe",
                        Self::IsInvitedByMe => "IsInvitedByMe",
                        Self::RejectsMe => "RejectsMe",
                        Self::IsRejectedByMe => "IsRejectedByMe",
                        Self::NotInCounteragentList => "NotInCounteragentList",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownCounteragentStatus" => {
                            Some(Self::UnknownCounteragentStatus)
                        }
                        "IsMyCounteragent" => Some(Self::IsMyCounteragent),
                        "InvitesMe" => Some(Self::InvitesMe),
                        "IsInvitedByMe" => Some(Self::IsInvitedByMe),
                        "RejectsMe" => Some(Self::RejectsMe),
                        "IsRejectedByMe" => Some(Self::IsRejectedByMe),
                        "NotInCounteragentList" => Some(Self::NotInCounteragentList),
                        _ => None,
                    }
                }
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct CertificateChainElement {
                #[prost(int32, required, tag = "1")]
                pub certificate_chain_status_flags: i32,
                #[prost(bytes = "bytes", required, tag = "2")]
                pub der_certificate: ::prost::bytes::Bytes,
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct CertificateVerificationResult {
                #[prost(bool, required, tag = "2")]
                pub is_valid: bool,
                #[prost(message, repeated, tag = "3")]
                pub certificate_chain: ::prost::alloc::vec::Vec<CertificateChainElement>,
                #[prost(message, required, tag = "4")]
                pub verification_time: Timestamp,
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct SignatureVerificationResult {
                #[prost(bool, required, tag = "1")]
                pub is_valid: bool,
                #[prost(message, optional, tag = "2")]
                pub certificate_status: ::core::option::Option<
                    CertificateVerificationResult,
                >,
                #[prost(message, optional, tag = "3")]
                pub signature_timestamp: ::core::option::Option<Timestamp>,
            }
            #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct SeverityScope {}
            /// Nested message and enum types in `SeverityScope`.
            pub mod severity_scope {
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum Severity {
                    UnknownSeverity = 0,
                    Info = 1,
                    Success = 2,
                    Warning = 3,
                    Error = 4,
                }
                impl Severity {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownSeverity => "UnknownSeverity",
                            Self::Info => "Info",
                            Self::Success => "Success",
                            Self::Warning => "Warning",
                            Self::Error => "Error",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownSeverity" => Some(Self::UnknownSeverity),
                            "Info" => Some(Self::Info),
                            "Success" => Some(Self::Success),
                            "Warning" => Some(Self::Warning),
                            "Error" => Some(Self::Error),
                            _ => None,
                        }
                    }
                }
            }
            #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct RoamingSendingStatusNamedIdScope {}
            /// Nested message and enum types in `RoamingSendingStatusNamedIdScope`.
            pub mod roaming_sending_status_named_id_scope {
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum RoamingSendingStatusNamedId {
                    UnknownStatus = 0,
                    IsSent = 1,
                    SendingError = 2,
                }
                impl RoamingSendingStatusNamedId {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownStatus => "UnknownStatus",
                            Self::IsSent => "IsSent",
                            Self::SendingError => "SendingError",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownStatus" => Some(Self::UnknownStatus),
                            "IsSent" => Some(Self::IsSent),
                            "SendingError" => Some(Self::SendingError),
                            _ => None,
                        }
                    }
                }
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct RoamingSendingError {
                #[prost(string, required, tag = "1")]
                pub code: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub text: ::prost::alloc::string::String,
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct RoamingSendingStatus {
                #[prost(enumeration = "severity_scope::Severity", required, tag = "1")]
                pub severity: i32,
                #[prost(
                    enumeration = "roaming_sending_status_named_id_scope::RoamingSendingStatusNamedId",
                    optional,
                    tag = "2",
                    default = "UnknownStatus"
                )]
                pub status_named_id: ::core::option::Option<i32>,
                #[prost(string, optional, tag = "3")]
                pub status_text: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(message, repeated, tag = "4")]
                pub errors: ::prost::alloc::vec::Vec<RoamingSendingError>,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct ForwardDocumentEvent {
                #[prost(message, optional, tag = "1")]
                pub timestamp: ::core::option::Option<Timestamp>,
                #[prost(string, optional, tag = "2")]
                pub to_box_id: ::core::option::Option<::prost::alloc::string::String>,
            }
            #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct TimeBasedFilter {
                #[prost(message, optional, tag = "1")]
                pub from_timestamp: ::core::option::Option<Timestamp>,
                #[prost(message, optional, tag = "2")]
                pub to_timestamp: ::core::option::Option<Timestamp>,
                #[prost(
                    enumeration = "SortDirection",
                    optional,
                    tag = "3",
                    default = "Ascending"
                )]
                pub sort_direction: ::core::option::Option<i32>,
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum SortDirection {
                UnknownSortDirection = 0,
                Ascending = 1,
                Descending = 2,
            }
            impl SortDirection {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownSortDirection => "UnknownSortDirection",
                        Self::Ascending => "Ascending",
                        Self::Descending => "Descending",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownSortDirection" => Some(Self::UnknownSortDirection),
                        "Ascending" => Some(Self::Ascending),
                        "Descending" => Some(Self::Descending),
                        _ => None,
                    }
                }
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum ResolutionAction {
                UnknownAction = 0,
                ApproveAction = 1,
                DisapproveAction = 2,
                SignWithApprovementSignature = 3,
                SignWithPrimarySignature = 4,
                DenySignatureRequest = 5,
                RejectSigning = 6,
            }
            impl ResolutionAction {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownAction => "UnknownAction",
                        Self::ApproveAction => "ApproveAction",
                        Self::DisapproveAction => "DisapproveAction",
                        Self::SignWithApprovementSignature => {
                            "SignWithApprovementSignature"
                        }
                        Self::SignWithPrimarySignature => "SignWithPrimarySignature",
                        Self::DenySignatureRequest => "DenySignatureRequest",
                        Self::RejectSigning => "RejectSigning",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownAction" => Some(Self::UnknownAction),
                        "ApproveAction" => Some(Self::ApproveAction),
                        "DisapproveAction" => Some(Self::DisapproveAction),
                        "SignWithApprovementSignature" => {
                            Some(Self::SignWithApprovementSignature)
                        }
                        "SignWithPrimarySignature" => {
                            Some(Self::SignWithPrimarySignature)
                        }
                        "DenySignatureRequest" => Some(Self::DenySignatureRequest),
                        "RejectSigning" => Some(Self::RejectSigning),
                        _ => None,
                    }
                }
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct ResolutionTarget {
                #[prost(string, optional, tag = "1")]
                pub department: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "2")]
                pub department_id: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(string, optional, tag = "3")]
                pub user: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "4")]
                pub user_id: ::core::option::Option<::prost::alloc::string::String>,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct DocflowStatusModelV3 {
                #[prost(string, optional, tag = "1")]
                pub severity: ::core::option::Option<::prost::alloc::string::String>,
                #[prost(string, optional, tag = "2")]
                pub status_text: ::core::option::Option<::prost::alloc::string::String>,
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct DocflowStatusV3 {
                #[prost(message, required, tag = "1")]
                pub primary_status: DocflowStatusModelV3,
                #[prost(message, optional, tag = "2")]
                pub secondary_status: ::core::option::Option<DocflowStatusModelV3>,
                #[prost(message, optional, tag = "3")]
                pub power_of_attorney_general_status: ::core::option::Option<
                    powers_of_attorney::PowerOfAttorneyValidationStatus,
                >,
                #[prost(message, optional, tag = "4")]
                pub general_roaming_sending_status: ::core::option::Option<
                    RoamingSendingStatus,
                >,
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum TtGisFixationCancellationStatus {
                None = 0,
                HaveToCreateTtGisFixationCancellationRequest = 1,
                TtGisFixationCancellationRequestSigned = 2,
            }
            impl TtGisFixationCancellationStatus {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::None => "TtGisFixationCancellationStatusNone",
                        Self::HaveToCreateTtGisFixationCancellationRequest => {
                            "HaveToCreateTtGisFixationCancellationRequest"
                        }
                        Self::TtGisFixationCancellationRequestSigned => {
                            "TtGisFixationCancellationRequestSigned"
                        }
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "TtGisFixationCancellationStatusNone" => Some(Self::None),
                        "HaveToCreateTtGisFixationCancellationRequest" => {
                            Some(Self::HaveToCreateTtGisFixationCancellationRequest)
                        }
                        "TtGisFixationCancellationRequestSigned" => {
                            Some(Self::TtGisFixationCancellationRequestSigned)
                        }
                        _ => None,
                    }
                }
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct FullVersion {
                #[prost(string, required, tag = "1")]
                pub type_named_id: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub function: ::prost::alloc::string::String,
                #[prost(string, required, tag = "3")]
                pub version: ::prost::alloc::string::String,
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum TemplateTransformationChangeType {
                UnknownTemplateTransformationChange = 0,
                SignatureRejection = 1,
            }
            impl TemplateTransformationChangeType {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownTemplateTransformationChange => {
                            "UnknownTemplateTransformationChange"
                        }
                        Self::SignatureRejection => "SignatureRejection",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownTemplateTransformationChange" => {
                            Some(Self::UnknownTemplateTransformationChange)
                        }
                        "SignatureRejection" => Some(Self::SignatureRejection),
                        _ => None,
                    }
                }
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct AuthorizationPermission {
                #[prost(bool, required, tag = "1")]
                pub is_blocked: bool,
                #[prost(string, optional, tag = "2")]
                pub comment: ::core::option::Option<::prost::alloc::string::String>,
            }
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Hash,
                PartialOrd,
                Ord,
                ::prost::Enumeration
            )]
            #[repr(i32)]
            pub enum DocumentAccessLevel {
                UnknownDocumentAccessLevel = -1,
                DepartmentOnly = 0,
                DepartmentAndSubdepartments = 1,
                AllDocuments = 2,
                SelectedDepartments = 3,
            }
            impl DocumentAccessLevel {
                /// String value of the enum field names used in the ProtoBuf definition.
                ///
                /// The values are not transformed in any way and thus are considered stable
                /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                pub fn as_str_name(&self) -> &'static str {
                    match self {
                        Self::UnknownDocumentAccessLevel => "UnknownDocumentAccessLevel",
                        Self::DepartmentOnly => "DepartmentOnly",
                        Self::DepartmentAndSubdepartments => {
                            "DepartmentAndSubdepartments"
                        }
                        Self::AllDocuments => "AllDocuments",
                        Self::SelectedDepartments => "SelectedDepartments",
                    }
                }
                /// Creates an enum from field names used in the ProtoBuf definition.
                pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                    match value {
                        "UnknownDocumentAccessLevel" => {
                            Some(Self::UnknownDocumentAccessLevel)
                        }
                        "DepartmentOnly" => Some(Self::DepartmentOnly),
                        "DepartmentAndSubdepartments" => {
                            Some(Self::DepartmentAndSubdepartments)
                        }
                        "AllDocuments" => Some(Self::AllDocuments),
                        "SelectedDepartments" => Some(Self::SelectedDepartments),
                        _ => None,
                    }
                }
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct GetOrganizationsByInnListRequest {
                #[prost(string, repeated, tag = "1")]
                pub inn_list: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct GetOrganizationsByInnListResponse {
                #[prost(message, repeated, tag = "1")]
                pub organizations: ::prost::alloc::vec::Vec<
                    OrganizationWithCounteragentStatus,
                >,
            }
            #[derive(Clone, PartialEq, ::prost::Message)]
            pub struct OrganizationWithCounteragentStatus {
                #[prost(message, required, tag = "1")]
                pub organization: Organization,
                #[prost(
                    enumeration = "CounteragentStatus",
                    optional,
                    tag = "2",
                    default = "UnknownCounteragentStatus"
                )]
                pub counteragent_status: ::core::option::Option<i32>,
                #[prost(sfixed64, optional, tag = "3")]
                pub last_event_timestamp_ticks: ::core::option::Option<i64>,
                #[prost(string, optional, tag = "4")]
                pub message_from_counteragent: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(string, optional, tag = "5")]
                pub message_to_counteragent: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
                #[prost(message, optional, tag = "6")]
                pub invitation_document_id: ::core::option::Option<DocumentId>,
                #[prost(string, optional, tag = "7")]
                pub counteragent_group_id: ::core::option::Option<
                    ::prost::alloc::string::String,
                >,
            }
            #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
            pub struct LoginPassword {
                #[prost(string, required, tag = "1")]
                pub login: ::prost::alloc::string::String,
                #[prost(string, required, tag = "2")]
                pub password: ::prost::alloc::string::String,
            }
            pub mod docflow {
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct DocumentDateAndNumber {
                    #[prost(string, optional, tag = "1")]
                    pub document_date: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "2")]
                    pub document_number: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct Attachment {
                    #[prost(message, optional, tag = "1")]
                    pub entity: ::core::option::Option<Entity>,
                    #[prost(string, optional, tag = "2")]
                    pub attachment_filename: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "3")]
                    pub display_filename: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct Entity {
                    #[prost(string, optional, tag = "1")]
                    pub entity_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "2")]
                    pub creation_timestamp: ::core::option::Option<super::Timestamp>,
                    #[prost(message, optional, tag = "3")]
                    pub content: ::core::option::Option<super::Content>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct PowerOfAttorneyAttachmentStatus {
                    #[prost(
                        enumeration = "StatusName",
                        required,
                        tag = "1",
                        default = "Unknown"
                    )]
                    pub status_name: i32,
                    #[prost(string, optional, tag = "2")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum StatusName {
                    Unknown = 0,
                    PowerOfAttorneyAttached = 1,
                    PowerOfAttorneyNotRequired = 2,
                    PowerOfAttorneyRequired = 3,
                }
                impl StatusName {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::Unknown => "Unknown",
                            Self::PowerOfAttorneyAttached => "PowerOfAttorneyAttached",
                            Self::PowerOfAttorneyNotRequired => {
                                "PowerOfAttorneyNotRequired"
                            }
                            Self::PowerOfAttorneyRequired => "PowerOfAttorneyRequired",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "Unknown" => Some(Self::Unknown),
                            "PowerOfAttorneyAttached" => {
                                Some(Self::PowerOfAttorneyAttached)
                            }
                            "PowerOfAttorneyNotRequired" => {
                                Some(Self::PowerOfAttorneyNotRequired)
                            }
                            "PowerOfAttorneyRequired" => {
                                Some(Self::PowerOfAttorneyRequired)
                            }
                            _ => None,
                        }
                    }
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct PowerOfAttorneyStatusChange {
                    #[prost(message, required, tag = "1")]
                    pub entity: Entity,
                    #[prost(message, required, tag = "2")]
                    pub power_of_attorney_status: super::powers_of_attorney::PowerOfAttorneyValidationStatus,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct SignaturePowerOfAttorney {
                    #[prost(message, required, tag = "1")]
                    pub entity: Entity,
                    #[prost(message, required, tag = "2")]
                    pub full_id: super::powers_of_attorney::PowerOfAttorneyFullId,
                    #[prost(message, optional, tag = "3")]
                    pub status: ::core::option::Option<
                        super::powers_of_attorney::PowerOfAttorneyValidationStatus,
                    >,
                    #[prost(message, repeated, tag = "4")]
                    pub status_changes: ::prost::alloc::vec::Vec<
                        PowerOfAttorneyStatusChange,
                    >,
                    #[prost(message, optional, tag = "5")]
                    pub roaming_sending_status: ::core::option::Option<
                        super::RoamingSendingStatus,
                    >,
                    #[prost(
                        enumeration = "super::powers_of_attorney::PowerOfAttorneySendingType",
                        optional,
                        tag = "6",
                        default = "Unknown"
                    )]
                    pub sending_type: ::core::option::Option<i32>,
                }
                #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct NonQualifiedDetails {
                    #[prost(
                        enumeration = "non_qualified_details::NonQualifiedSignatureSource",
                        required,
                        tag = "1"
                    )]
                    pub signature_source: i32,
                }
                /// Nested message and enum types in `NonQualifiedDetails`.
                pub mod non_qualified_details {
                    #[derive(
                        Clone,
                        Copy,
                        Debug,
                        PartialEq,
                        Eq,
                        Hash,
                        PartialOrd,
                        Ord,
                        ::prost::Enumeration
                    )]
                    #[repr(i32)]
                    pub enum NonQualifiedSignatureSource {
                        Default = 0,
                        GosKey = 1,
                    }
                    impl NonQualifiedSignatureSource {
                        /// String value of the enum field names used in the ProtoBuf definition.
                        ///
                        /// The values are not transformed in any way and thus are considered stable
                        /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                        pub fn as_str_name(&self) -> &'static str {
                            match self {
                                Self::Default => "Default",
                                Self::GosKey => "GosKey",
                            }
                        }
                        /// Creates an enum from field names used in the ProtoBuf definition.
                        pub fn from_str_name(
                            value: &str,
                        ) -> ::core::option::Option<Self> {
                            match value {
                                "Default" => Some(Self::Default),
                                "GosKey" => Some(Self::GosKey),
                                _ => None,
                            }
                        }
                    }
                }
                #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct QualifiedDetails {
                    #[prost(
                        enumeration = "qualified_details::QualifiedSignatureSource",
                        required,
                        tag = "1"
                    )]
                    pub signature_source: i32,
                }
                /// Nested message and enum types in `QualifiedDetails`.
                pub mod qualified_details {
                    #[derive(
                        Clone,
                        Copy,
                        Debug,
                        PartialEq,
                        Eq,
                        Hash,
                        PartialOrd,
                        Ord,
                        ::prost::Enumeration
                    )]
                    #[repr(i32)]
                    pub enum QualifiedSignatureSource {
                        Default = 0,
                    }
                    impl QualifiedSignatureSource {
                        /// String value of the enum field names used in the ProtoBuf definition.
                        ///
                        /// The values are not transformed in any way and thus are considered stable
                        /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                        pub fn as_str_name(&self) -> &'static str {
                            match self {
                                Self::Default => "Default",
                            }
                        }
                        /// Creates an enum from field names used in the ProtoBuf definition.
                        pub fn from_str_name(
                            value: &str,
                        ) -> ::core::option::Option<Self> {
                            match value {
                                "Default" => Some(Self::Default),
                                _ => None,
                            }
                        }
                    }
                }
                #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct SignatureTypeInfo {
                    #[prost(enumeration = "SignatureType", required, tag = "1")]
                    pub signature_type: i32,
                    #[prost(message, optional, tag = "2")]
                    pub qualified_details: ::core::option::Option<QualifiedDetails>,
                    #[prost(message, optional, tag = "3")]
                    pub non_qualified_details: ::core::option::Option<
                        NonQualifiedDetails,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct SignatureV3 {
                    #[prost(message, required, tag = "1")]
                    pub cms: Entity,
                    #[prost(message, optional, tag = "2")]
                    pub cades_t: ::core::option::Option<Entity>,
                    #[prost(string, required, tag = "3")]
                    pub signer_box_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "4")]
                    pub signer_department_id: ::prost::alloc::string::String,
                    #[prost(bool, required, tag = "5")]
                    pub is_valid: bool,
                    #[prost(message, optional, tag = "6")]
                    pub verification_result: ::core::option::Option<
                        super::SignatureVerificationResult,
                    >,
                    #[prost(message, optional, tag = "7")]
                    pub delivered_at: ::core::option::Option<super::Timestamp>,
                    #[prost(message, optional, tag = "8")]
                    pub power_of_attorney: ::core::option::Option<
                        SignaturePowerOfAttorney,
                    >,
                    #[prost(message, optional, tag = "9")]
                    pub power_of_attorney_attachment_status: ::core::option::Option<
                        PowerOfAttorneyAttachmentStatus,
                    >,
                    #[prost(message, optional, tag = "10")]
                    pub signature_type_info: ::core::option::Option<SignatureTypeInfo>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct SignedAttachmentV3 {
                    #[prost(message, required, tag = "1")]
                    pub attachment: Attachment,
                    #[prost(message, optional, tag = "2")]
                    pub signature: ::core::option::Option<SignatureV3>,
                    #[prost(message, optional, tag = "3")]
                    pub comment: ::core::option::Option<Entity>,
                    #[prost(string, required, tag = "4")]
                    pub content_type_id: ::prost::alloc::string::String,
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum SignatureType {
                    UnknownSignatureType = 0,
                    OnVerification = 1,
                    Qualified = 2,
                    NonQualified = 3,
                }
                impl SignatureType {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownSignatureType => "UnknownSignatureType",
                            Self::OnVerification => "OnVerification",
                            Self::Qualified => "Qualified",
                            Self::NonQualified => "NonQualified",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownSignatureType" => Some(Self::UnknownSignatureType),
                            "OnVerification" => Some(Self::OnVerification),
                            "Qualified" => Some(Self::Qualified),
                            "NonQualified" => Some(Self::NonQualified),
                            _ => None,
                        }
                    }
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct RoamingNotification {
                    #[prost(message, required, tag = "1")]
                    pub notification: Entity,
                    #[prost(bool, required, tag = "2")]
                    pub is_success: bool,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct GetDocflowBatchRequest {
                    #[prost(message, repeated, tag = "1")]
                    pub requests: ::prost::alloc::vec::Vec<GetDocflowRequest>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct GetDocflowEventsRequest {
                    #[prost(message, required, tag = "1")]
                    pub filter: super::TimeBasedFilter,
                    #[prost(bytes = "bytes", optional, tag = "2")]
                    pub after_index_key: ::core::option::Option<::prost::bytes::Bytes>,
                    #[prost(bool, optional, tag = "3", default = "false")]
                    pub populate_documents: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "4", default = "false")]
                    pub inject_entity_content: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "5", default = "false")]
                    pub populate_previous_document_states: ::core::option::Option<bool>,
                    #[prost(string, repeated, tag = "6")]
                    pub message_types: ::prost::alloc::vec::Vec<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, repeated, tag = "7")]
                    pub document_directions: ::prost::alloc::vec::Vec<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "8")]
                    pub department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, repeated, tag = "9")]
                    pub type_named_ids: ::prost::alloc::vec::Vec<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "10")]
                    pub counteragent_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(int32, optional, tag = "11", default = "100")]
                    pub limit: ::core::option::Option<i32>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct GetDocflowRequest {
                    #[prost(message, required, tag = "1")]
                    pub document_id: super::DocumentId,
                    #[prost(string, optional, tag = "2")]
                    pub last_event_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "3", default = "false")]
                    pub inject_entity_content: ::core::option::Option<bool>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct UniversalMessageAttachmentDocflow {
                    #[prost(message, required, tag = "1")]
                    pub attachment: Attachment,
                    #[prost(message, required, tag = "2")]
                    pub message_info: super::UniversalMessageInfo,
                    #[prost(string, required, tag = "3")]
                    pub content_type_id: ::prost::alloc::string::String,
                    #[prost(bool, optional, tag = "4", default = "false")]
                    pub is_read: ::core::option::Option<bool>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct OutOfWorkflowUniversalMessageDocflow {
                    #[prost(message, repeated, tag = "1")]
                    pub messages: ::prost::alloc::vec::Vec<
                        UniversalMessageAttachmentDocflow,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct ApprovementSignatureV3 {
                    #[prost(message, required, tag = "1")]
                    pub signature: SignatureV3,
                    #[prost(string, optional, tag = "2")]
                    pub resolution_request_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "3")]
                    pub author_user_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionDocflowV3 {
                    #[prost(bool, required, tag = "1")]
                    pub is_finished: bool,
                    #[prost(string, required, tag = "2")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(
                        enumeration = "ResolutionStatus",
                        required,
                        tag = "3",
                        default = "UnknownStatus"
                    )]
                    pub resolution_status: i32,
                    #[prost(string, optional, tag = "4")]
                    pub resolution_entity_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct ResolutionEntitiesV3 {
                    #[prost(message, repeated, tag = "1")]
                    pub requests: ::prost::alloc::vec::Vec<ResolutionRequestV3>,
                    #[prost(message, repeated, tag = "2")]
                    pub resolutions: ::prost::alloc::vec::Vec<ResolutionV3>,
                    #[prost(message, repeated, tag = "3")]
                    pub approvement_signatures: ::prost::alloc::vec::Vec<
                        ApprovementSignatureV3,
                    >,
                    #[prost(message, repeated, tag = "4")]
                    pub signature_denials: ::prost::alloc::vec::Vec<SignatureDenialV3>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionRequestV3 {
                    #[prost(message, required, tag = "1")]
                    pub entity: Entity,
                    #[prost(message, required, tag = "2")]
                    pub target: super::ResolutionTarget,
                    #[prost(string, optional, tag = "3")]
                    pub author_user_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(
                        enumeration = "super::ResolutionRequestType",
                        required,
                        tag = "4",
                        default = "UnknownResolutionRequestType"
                    )]
                    pub request_type: i32,
                    #[prost(string, optional, tag = "5")]
                    pub resolved_with: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(
                        enumeration = "super::ResolutionAction",
                        repeated,
                        packed = "false",
                        tag = "6"
                    )]
                    pub actions: ::prost::alloc::vec::Vec<i32>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionV3 {
                    #[prost(message, required, tag = "1")]
                    pub entity: Entity,
                    #[prost(string, optional, tag = "2")]
                    pub resolution_request_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "3")]
                    pub author_user_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(
                        enumeration = "super::ResolutionType",
                        required,
                        tag = "4",
                        default = "UnknownResolutionType"
                    )]
                    pub resolution_type: i32,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct SignatureDenialV3 {
                    #[prost(message, required, tag = "1")]
                    pub entity: Entity,
                    #[prost(string, required, tag = "2")]
                    pub resolution_request_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub author_user_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum ResolutionStatus {
                    UnknownStatus = 0,
                    None = 1,
                    Approved = 2,
                    Disapproved = 3,
                    ApprovementRequested = 4,
                    ApprovementSignatureRequested = 5,
                    PrimarySignatureRequested = 6,
                    SignatureRequestRejected = 7,
                    SignedWithApprovingSignature = 8,
                    SignedWithPrimarySignature = 9,
                    PrimarySignatureRejected = 10,
                    ActionsRequested = 11,
                }
                impl ResolutionStatus {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownStatus => "UnknownStatus",
                            Self::None => "None",
                            Self::Approved => "Approved",
                            Self::Disapproved => "Disapproved",
                            Self::ApprovementRequested => "ApprovementRequested",
                            Self::ApprovementSignatureRequested => {
                                "ApprovementSignatureRequested"
                            }
                            Self::PrimarySignatureRequested => {
                                "PrimarySignatureRequested"
                            }
                            Self::SignatureRequestRejected => "SignatureRequestRejected",
                            Self::SignedWithApprovingSignature => {
                                "SignedWithApprovingSignature"
                            }
                            Self::SignedWithPrimarySignature => {
                                "SignedWithPrimarySignature"
                            }
                            Self::PrimarySignatureRejected => "PrimarySignatureRejected",
                            Self::ActionsRequested => "ActionsRequested",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownStatus" => Some(Self::UnknownStatus),
                            "None" => Some(Self::None),
                            "Approved" => Some(Self::Approved),
                            "Disapproved" => Some(Self::Disapproved),
                            "ApprovementRequested" => Some(Self::ApprovementRequested),
                            "ApprovementSignatureRequested" => {
                                Some(Self::ApprovementSignatureRequested)
                            }
                            "PrimarySignatureRequested" => {
                                Some(Self::PrimarySignatureRequested)
                            }
                            "SignatureRequestRejected" => {
                                Some(Self::SignatureRequestRejected)
                            }
                            "SignedWithApprovingSignature" => {
                                Some(Self::SignedWithApprovingSignature)
                            }
                            "SignedWithPrimarySignature" => {
                                Some(Self::SignedWithPrimarySignature)
                            }
                            "PrimarySignatureRejected" => {
                                Some(Self::PrimarySignatureRejected)
                            }
                            "ActionsRequested" => Some(Self::ActionsRequested),
                            _ => None,
                        }
                    }
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct OperatorConfirmationDocflow {
                    #[prost(message, optional, tag = "1")]
                    pub confirmation_attachment: ::core::option::Option<
                        SignedAttachmentV3,
                    >,
                    #[prost(message, optional, tag = "2")]
                    pub confirmed_at: ::core::option::Option<super::Timestamp>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct OuterDocflow {
                    #[prost(string, required, tag = "1")]
                    pub docflow_named_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "3")]
                    pub outer_docflow_entity_id: ::prost::alloc::string::String,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct OuterDocflowEntities {
                    #[prost(string, required, tag = "1")]
                    pub docflow_named_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub docflow_friendly_name: ::prost::alloc::string::String,
                    #[prost(message, repeated, tag = "3")]
                    pub status_entities: ::prost::alloc::vec::Vec<StatusEntity>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct RevocationRequestDocflow {
                    #[prost(message, required, tag = "1")]
                    pub revocation_request: SignedAttachmentV3,
                    #[prost(message, optional, tag = "2")]
                    pub sent_at: ::core::option::Option<super::Timestamp>,
                    #[prost(message, optional, tag = "3")]
                    pub delivered_at: ::core::option::Option<super::Timestamp>,
                    #[prost(message, optional, tag = "4")]
                    pub roaming_notification: ::core::option::Option<
                        RoamingNotification,
                    >,
                    #[prost(string, optional, tag = "5")]
                    pub plain_text: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct SenderTitleDocflow {
                    #[prost(bool, required, tag = "1")]
                    pub is_finished: bool,
                    #[prost(message, required, tag = "2")]
                    pub attachment: SignedAttachmentV3,
                    #[prost(message, optional, tag = "3")]
                    pub sent_at: ::core::option::Option<super::Timestamp>,
                    #[prost(message, optional, tag = "4")]
                    pub delivered_at: ::core::option::Option<super::Timestamp>,
                    #[prost(message, optional, tag = "5")]
                    pub roaming_notification: ::core::option::Option<
                        RoamingNotification,
                    >,
                    #[prost(
                        enumeration = "super::documents::SenderSignatureStatus",
                        required,
                        tag = "6"
                    )]
                    pub sender_signature_status: i32,
                    #[prost(message, optional, tag = "7")]
                    pub out_of_workflow_universal_message_docflow: ::core::option::Option<
                        OutOfWorkflowUniversalMessageDocflow,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct StatusEntity {
                    #[prost(message, required, tag = "1")]
                    pub attachment: SignedAttachmentV3,
                    #[prost(message, required, tag = "2")]
                    pub status: super::outer_docflows::Status,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct TtGisFixationCancellation {
                    #[prost(message, required, tag = "1")]
                    pub entity: Entity,
                    #[prost(message, required, tag = "2")]
                    pub signature: SignatureV3,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct TtGisFixationDocflow {
                    #[prost(
                        enumeration = "super::TtGisFixationCancellationStatus",
                        optional,
                        tag = "1",
                        default = "None"
                    )]
                    pub cancellation_status: ::core::option::Option<i32>,
                    #[prost(message, optional, tag = "2")]
                    pub cancellation: ::core::option::Option<TtGisFixationCancellation>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct DocumentDraftInfo {
                    #[prost(bool, required, tag = "1")]
                    pub is_recycled: bool,
                    #[prost(bool, required, tag = "2")]
                    pub is_locked: bool,
                    #[prost(string, repeated, tag = "3")]
                    pub transformed_to_letter_ids: ::prost::alloc::vec::Vec<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DocumentInfoV3 {
                    #[prost(message, required, tag = "1")]
                    pub full_version: super::FullVersion,
                    #[prost(
                        enumeration = "super::documents::MessageType",
                        required,
                        tag = "2"
                    )]
                    pub message_type: i32,
                    #[prost(int32, required, tag = "3")]
                    pub workflow_id: i32,
                    #[prost(message, required, tag = "4")]
                    pub participants: DocumentParticipants,
                    #[prost(
                        enumeration = "super::DocumentDirection",
                        required,
                        tag = "5"
                    )]
                    pub document_direction: i32,
                    #[prost(string, required, tag = "6")]
                    pub department_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "7")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, repeated, tag = "8")]
                    pub metadata: ::prost::alloc::vec::Vec<super::events::MetadataItem>,
                    #[prost(message, repeated, tag = "9")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                    #[prost(message, required, tag = "10")]
                    pub document_links: DocumentLinks,
                    #[prost(message, required, tag = "11")]
                    pub packet_info: PacketInfo,
                    #[prost(bool, required, tag = "12")]
                    pub is_read: bool,
                    #[prost(bool, required, tag = "13")]
                    pub is_deleted: bool,
                    #[prost(bool, required, tag = "14")]
                    pub is_invitation: bool,
                    #[prost(message, optional, tag = "15")]
                    pub letter_info: ::core::option::Option<DocumentLetterInfo>,
                    #[prost(message, optional, tag = "16")]
                    pub draft_info: ::core::option::Option<DocumentDraftInfo>,
                    #[prost(message, optional, tag = "17")]
                    pub template_info: ::core::option::Option<DocumentTemplateInfo>,
                    #[prost(message, optional, tag = "18")]
                    pub origin: ::core::option::Option<super::documents::Origin>,
                    #[prost(string, optional, tag = "19", default = "")]
                    pub editing_setting_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "20", default = "true")]
                    pub has_unread_out_of_workflow_universal_messages: ::core::option::Option<
                        bool,
                    >,
                    #[prost(bool, optional, tag = "82", default = "true")]
                    pub has_unread_out_of_workflow_universal_messages_82: ::core::option::Option<
                        bool,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DocumentLetterInfo {
                    #[prost(bool, required, tag = "1")]
                    pub is_encrypted: bool,
                    #[prost(message, repeated, tag = "2")]
                    pub forward_document_events: ::prost::alloc::vec::Vec<
                        super::ForwardDocumentEvent,
                    >,
                    #[prost(bool, required, tag = "3")]
                    pub is_test: bool,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DocumentLinks {
                    #[prost(message, repeated, tag = "1")]
                    pub initial_ids: ::prost::alloc::vec::Vec<super::DocumentId>,
                    #[prost(message, repeated, tag = "2")]
                    pub subordinate_ids: ::prost::alloc::vec::Vec<super::DocumentId>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct DocumentParticipant {
                    #[prost(string, required, tag = "1")]
                    pub box_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "2")]
                    pub department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, required, tag = "3")]
                    pub is_roaming: bool,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct DocumentParticipants {
                    #[prost(message, required, tag = "1")]
                    pub sender: DocumentParticipant,
                    #[prost(message, optional, tag = "2")]
                    pub proxy: ::core::option::Option<DocumentParticipant>,
                    #[prost(message, optional, tag = "3")]
                    pub recipient: ::core::option::Option<DocumentParticipant>,
                    #[prost(bool, required, tag = "4")]
                    pub is_internal: bool,
                    #[prost(bool, required, tag = "5")]
                    pub is_cross_border: bool,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DocumentTemplateInfo {
                    #[prost(message, required, tag = "1")]
                    pub letter_participants: DocumentParticipants,
                    #[prost(string, repeated, tag = "2")]
                    pub transformed_to_letter_ids: ::prost::alloc::vec::Vec<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, repeated, tag = "3")]
                    pub template_transformation_infos: ::prost::alloc::vec::Vec<
                        TemplateTransformationInfo,
                    >,
                    #[prost(message, optional, tag = "4")]
                    pub template_refusal_info: ::core::option::Option<
                        TemplateRefusalInfo,
                    >,
                    #[prost(bool, optional, tag = "5", default = "false")]
                    pub is_reusable: ::core::option::Option<bool>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct PacketInfo {
                    #[prost(enumeration = "super::LockMode", required, tag = "1")]
                    pub lock_mode: i32,
                    #[prost(string, optional, tag = "2")]
                    pub packet_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "3")]
                    pub added_at: ::core::option::Option<super::Timestamp>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct TemplateRefusalInfo {
                    #[prost(string, required, tag = "1")]
                    pub box_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "2")]
                    pub author_user_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct TemplateTransformationChangeInfo {
                    #[prost(string, required, tag = "1")]
                    pub change_id: ::prost::alloc::string::String,
                    #[prost(
                        enumeration = "super::TemplateTransformationChangeType",
                        required,
                        tag = "2"
                    )]
                    pub change_type: i32,
                    #[prost(string, required, tag = "3")]
                    pub change_initiator_box_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "4")]
                    pub author_user_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct TemplateTransformationInfo {
                    #[prost(string, required, tag = "1")]
                    pub transformation_id: ::prost::alloc::string::String,
                    #[prost(message, optional, tag = "2")]
                    pub transformed_to_document_id: ::core::option::Option<
                        super::DocumentId,
                    >,
                    #[prost(string, optional, tag = "3")]
                    pub author_user_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, repeated, tag = "4")]
                    pub changes: ::prost::alloc::vec::Vec<
                        TemplateTransformationChangeInfo,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct LastEvent {
                    #[prost(string, required, tag = "1")]
                    pub event_id: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "2")]
                    pub timestamp: super::Timestamp,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct AmendmentRequestDocflowV4 {
                    #[prost(bool, required, tag = "1")]
                    pub is_finished: bool,
                    #[prost(message, optional, tag = "2")]
                    pub amendment_request: ::core::option::Option<SignedAttachmentV3>,
                    #[prost(message, optional, tag = "3")]
                    pub sent_at: ::core::option::Option<super::Timestamp>,
                    #[prost(message, optional, tag = "4")]
                    pub delivered_at: ::core::option::Option<super::Timestamp>,
                    #[prost(message, optional, tag = "5")]
                    pub receipt: ::core::option::Option<ReceiptDocflowV4>,
                    #[prost(int32, required, tag = "6")]
                    pub amendment_flags: i32,
                    #[prost(string, optional, tag = "7")]
                    pub plain_text: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "8")]
                    pub confirmation_docflow: ::core::option::Option<
                        ConfirmationDocflowV4,
                    >,
                    #[prost(message, optional, tag = "9")]
                    pub universal_message: ::core::option::Option<
                        UniversalMessageAttachmentDocflow,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct ConfirmationDocflowV4 {
                    #[prost(bool, required, tag = "1")]
                    pub is_finished: bool,
                    #[prost(message, optional, tag = "2")]
                    pub confirmation_attachment: ::core::option::Option<
                        SignedAttachmentV3,
                    >,
                    #[prost(message, optional, tag = "3")]
                    pub confirmed_at: ::core::option::Option<super::Timestamp>,
                    #[prost(message, optional, boxed, tag = "4")]
                    pub receipt: ::core::option::Option<
                        ::prost::alloc::boxed::Box<ReceiptDocflowV4>,
                    >,
                    #[prost(message, optional, tag = "5")]
                    pub roaming_confirmation: ::core::option::Option<
                        OperatorConfirmationDocflow,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DocflowV4 {
                    #[prost(message, required, tag = "1")]
                    pub sender_title: SenderTitleDocflow,
                    #[prost(message, optional, tag = "2")]
                    pub confirmation: ::core::option::Option<ConfirmationDocflowV4>,
                    #[prost(message, optional, tag = "4")]
                    pub recipient_receipt: ::core::option::Option<ReceiptDocflowV4>,
                    #[prost(message, optional, tag = "5")]
                    pub recipient_response: ::core::option::Option<
                        ParticipantResponseDocflowV4,
                    >,
                    #[prost(message, optional, tag = "6")]
                    pub amendment_request: ::core::option::Option<
                        AmendmentRequestDocflowV4,
                    >,
                    #[prost(message, optional, tag = "7")]
                    pub revocation: ::core::option::Option<RevocationDocflowV4>,
                    #[prost(message, optional, tag = "8")]
                    pub sender_receipt: ::core::option::Option<ReceiptDocflowV4>,
                    #[prost(message, optional, tag = "9")]
                    pub resolution: ::core::option::Option<ResolutionDocflowV3>,
                    #[prost(message, optional, tag = "10")]
                    pub resolution_entities: ::core::option::Option<
                        ResolutionEntitiesV3,
                    >,
                    #[prost(message, optional, tag = "11")]
                    pub proxy_response: ::core::option::Option<
                        ParticipantResponseDocflowV4,
                    >,
                    #[prost(message, repeated, tag = "12")]
                    pub outer_docflows: ::prost::alloc::vec::Vec<OuterDocflow>,
                    #[prost(message, repeated, tag = "13")]
                    pub outer_docflow_entities: ::prost::alloc::vec::Vec<
                        OuterDocflowEntities,
                    >,
                    #[prost(message, required, tag = "14")]
                    pub docflow_status: super::DocflowStatusV3,
                    #[prost(message, optional, tag = "15")]
                    pub tt_gis_fixation: ::core::option::Option<TtGisFixationDocflow>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct ParticipantResponseDocflowV4 {
                    #[prost(bool, required, tag = "1")]
                    pub is_finished: bool,
                    #[prost(message, optional, tag = "2")]
                    pub signature: ::core::option::Option<SignatureV3>,
                    #[prost(message, optional, tag = "3")]
                    pub title: ::core::option::Option<SignedAttachmentV3>,
                    #[prost(message, optional, tag = "4")]
                    pub rejection: ::core::option::Option<SignatureRejectionDocflowV4>,
                    #[prost(message, optional, tag = "5")]
                    pub sent_at: ::core::option::Option<super::Timestamp>,
                    #[prost(message, optional, tag = "6")]
                    pub delivered_at: ::core::option::Option<super::Timestamp>,
                    #[prost(
                        enumeration = "super::documents::RecipientResponseStatus",
                        required,
                        tag = "7"
                    )]
                    pub response_status: i32,
                    #[prost(message, optional, tag = "8")]
                    pub confirmation: ::core::option::Option<ConfirmationDocflowV4>,
                    #[prost(message, optional, tag = "9")]
                    pub out_of_workflow_universal_message_docflow: ::core::option::Option<
                        OutOfWorkflowUniversalMessageDocflow,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct ReceiptDocflowV4 {
                    #[prost(bool, required, tag = "1")]
                    pub is_finished: bool,
                    #[prost(message, optional, tag = "2")]
                    pub receipt_attachment: ::core::option::Option<SignedAttachmentV3>,
                    #[prost(message, optional, tag = "3")]
                    pub sent_at: ::core::option::Option<super::Timestamp>,
                    #[prost(message, optional, tag = "4")]
                    pub delivered_at: ::core::option::Option<super::Timestamp>,
                    #[prost(message, optional, boxed, tag = "5")]
                    pub confirmation: ::core::option::Option<
                        ::prost::alloc::boxed::Box<ConfirmationDocflowV4>,
                    >,
                    #[prost(
                        enumeration = "super::documents::GeneralReceiptStatus",
                        required,
                        tag = "6"
                    )]
                    pub status: i32,
                    #[prost(message, optional, tag = "7")]
                    pub universal_message: ::core::option::Option<
                        UniversalMessageAttachmentDocflow,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct RevocationDocflowV4 {
                    #[prost(bool, required, tag = "1")]
                    pub is_finished: bool,
                    #[prost(message, required, tag = "2")]
                    pub revocation_request: RevocationRequestDocflow,
                    #[prost(message, optional, tag = "3")]
                    pub revocation_response: ::core::option::Option<
                        RevocationResponseDocflowV4,
                    >,
                    #[prost(string, required, tag = "4")]
                    pub initiator_box_id: ::prost::alloc::string::String,
                    #[prost(
                        enumeration = "super::documents::RevocationStatus",
                        required,
                        tag = "5"
                    )]
                    pub revocation_status: i32,
                    #[prost(message, optional, tag = "6")]
                    pub resolution_entities: ::core::option::Option<
                        ResolutionEntitiesV3,
                    >,
                    #[prost(message, repeated, tag = "7")]
                    pub outer_docflow_entities: ::prost::alloc::vec::Vec<
                        OuterDocflowEntities,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct RevocationResponseDocflowV4 {
                    #[prost(message, optional, tag = "1")]
                    pub recipient_signature: ::core::option::Option<SignatureV3>,
                    #[prost(message, optional, tag = "2")]
                    pub signature_rejection: ::core::option::Option<
                        SignatureRejectionDocflowV4,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct SignatureRejectionDocflowV4 {
                    #[prost(message, optional, tag = "1")]
                    pub signature_rejection: ::core::option::Option<SignedAttachmentV3>,
                    #[prost(bool, required, tag = "2")]
                    pub is_formal: bool,
                    #[prost(message, optional, tag = "3")]
                    pub delivered_at: ::core::option::Option<super::Timestamp>,
                    #[prost(string, optional, tag = "4")]
                    pub plain_text: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "5")]
                    pub universal_message: ::core::option::Option<
                        UniversalMessageAttachmentDocflow,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DocumentWithDocflowV4 {
                    #[prost(message, required, tag = "1")]
                    pub document_id: super::DocumentId,
                    #[prost(message, required, tag = "2")]
                    pub last_event: LastEvent,
                    #[prost(message, required, tag = "3")]
                    pub document_info: DocumentInfoV3,
                    #[prost(message, required, tag = "4")]
                    pub docflow: DocflowV4,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DocflowEventV4 {
                    #[prost(string, required, tag = "1")]
                    pub event_id: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "2")]
                    pub timestamp: super::Timestamp,
                    #[prost(message, required, tag = "3")]
                    pub document_id: super::DocumentId,
                    #[prost(bytes = "bytes", required, tag = "4")]
                    pub index_key: ::prost::bytes::Bytes,
                    #[prost(message, optional, tag = "5")]
                    pub document: ::core::option::Option<DocumentWithDocflowV4>,
                    #[prost(string, optional, tag = "6")]
                    pub previous_event_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "7")]
                    pub previous_document_state: ::core::option::Option<
                        DocumentWithDocflowV4,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct GetDocflowBatchResponseV4 {
                    #[prost(message, repeated, tag = "1")]
                    pub documents: ::prost::alloc::vec::Vec<DocumentWithDocflowV4>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct GetDocflowEventsResponseV4 {
                    #[prost(int32, optional, tag = "1")]
                    pub total_count: ::core::option::Option<i32>,
                    #[prost(message, repeated, tag = "2")]
                    pub events: ::prost::alloc::vec::Vec<DocflowEventV4>,
                    #[prost(enumeration = "super::TotalCountType", required, tag = "3")]
                    pub total_count_type: i32,
                }
            }
            pub mod documents {
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum ReceiptStatus {
                    UnknownReceiptStatus = 0,
                    None = 1,
                    Finished = 2,
                    HaveToCreateReceipt = 3,
                    WaitingForReceipt = 4,
                }
                impl ReceiptStatus {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownReceiptStatus => "UnknownReceiptStatus",
                            Self::None => "ReceiptStatusNone",
                            Self::Finished => "ReceiptStatusFinished",
                            Self::HaveToCreateReceipt => {
                                "ReceiptStatusHaveToCreateReceipt"
                            }
                            Self::WaitingForReceipt => "ReceiptStatusWaitingForReceipt",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownReceiptStatus" => Some(Self::UnknownReceiptStatus),
                            "ReceiptStatusNone" => Some(Self::None),
                            "ReceiptStatusFinished" => Some(Self::Finished),
                            "ReceiptStatusHaveToCreateReceipt" => {
                                Some(Self::HaveToCreateReceipt)
                            }
                            "ReceiptStatusWaitingForReceipt" => {
                                Some(Self::WaitingForReceipt)
                            }
                            _ => None,
                        }
                    }
                }
                #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct AmendmentRequestMetadata {
                    #[prost(int32, required, tag = "1")]
                    pub amendment_flags: i32,
                    #[prost(
                        enumeration = "GeneralReceiptStatus",
                        required,
                        tag = "2",
                        default = "Unknown"
                    )]
                    pub receipt_status: i32,
                }
                #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ConfirmationMetadata {
                    #[prost(
                        enumeration = "GeneralReceiptStatus",
                        required,
                        tag = "1",
                        default = "Unknown"
                    )]
                    pub receipt_status: i32,
                    #[prost(sfixed64, required, tag = "2")]
                    pub date_time_ticks: i64,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct Document {
                    #[prost(string, optional, tag = "1")]
                    pub index_key: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, required, tag = "2")]
                    pub message_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "3")]
                    pub entity_id: ::prost::alloc::string::String,
                    #[prost(sfixed64, required, tag = "4")]
                    pub creation_timestamp_ticks: i64,
                    #[prost(string, optional, tag = "5")]
                    pub counteragent_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(
                        enumeration = "super::DocumentType",
                        optional,
                        tag = "6",
                        default = "UnknownDocumentType"
                    )]
                    pub document_type: ::core::option::Option<i32>,
                    #[prost(message, repeated, tag = "7")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "8")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, optional, tag = "9")]
                    pub content: ::core::option::Option<super::Content>,
                    #[prost(string, optional, tag = "10")]
                    pub file_name: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "11")]
                    pub document_date: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "12")]
                    pub document_number: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "13")]
                    pub nonformalized_document_metadata: ::core::option::Option<
                        nonformalized_document::NonformalizedDocumentMetadata,
                    >,
                    #[prost(message, optional, tag = "14")]
                    pub invoice_metadata: ::core::option::Option<
                        invoice_document::InvoiceMetadata,
                    >,
                    #[prost(message, optional, tag = "15")]
                    pub trust_connection_request_metadata: ::core::option::Option<
                        bilateral_document::TrustConnectionRequestMetadata,
                    >,
                    #[prost(message, optional, tag = "16")]
                    pub torg12_metadata: ::core::option::Option<
                        bilateral_document::BasicDocumentMetadata,
                    >,
                    #[prost(message, optional, tag = "17")]
                    pub invoice_revision_metadata: ::core::option::Option<
                        invoice_document::InvoiceRevisionMetadata,
                    >,
                    #[prost(message, optional, tag = "18")]
                    pub invoice_correction_metadata: ::core::option::Option<
                        invoice_document::InvoiceCorrectionMetadata,
                    >,
                    #[prost(message, optional, tag = "19")]
                    pub invoice_correction_revision_metadata: ::core::option::Option<
                        invoice_document::InvoiceCorrectionRevisionMetadata,
                    >,
                    #[prost(message, optional, tag = "20")]
                    pub acceptance_certificate_metadata: ::core::option::Option<
                        acceptance_certificate_document::AcceptanceCertificateMetadata,
                    >,
                    #[prost(message, optional, tag = "21")]
                    pub proforma_invoice_metadata: ::core::option::Option<
                        unilateral_document::ProformaInvoiceMetadata,
                    >,
                    #[prost(message, optional, tag = "22")]
                    pub xml_torg12_metadata: ::core::option::Option<
                        bilateral_document::BasicDocumentMetadata,
                    >,
                    #[prost(message, optional, tag = "23")]
                    pub xml_acceptance_certificate_metadata: ::core::option::Option<
                        bilateral_document::BasicDocumentMetadata,
                    >,
                    #[prost(bool, optional, tag = "24", default = "false")]
                    pub is_deleted: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "25")]
                    pub department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "26", default = "false")]
                    pub is_test: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "27")]
                    pub from_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "28")]
                    pub to_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "29")]
                    pub price_list_metadata: ::core::option::Option<
                        bilateral_document::PriceListMetadata,
                    >,
                    #[prost(string, optional, tag = "30")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "31")]
                    pub resolution_status: ::core::option::Option<ResolutionStatus>,
                    #[prost(
                        enumeration = "RevocationStatus",
                        optional,
                        tag = "32",
                        default = "UnknownRevocationStatus"
                    )]
                    pub revocation_status: ::core::option::Option<i32>,
                    #[prost(sfixed64, optional, tag = "33")]
                    pub send_timestamp_ticks: ::core::option::Option<i64>,
                    #[prost(sfixed64, optional, tag = "34")]
                    pub delivery_timestamp_ticks: ::core::option::Option<i64>,
                    #[prost(message, repeated, tag = "35")]
                    pub forward_document_events: ::prost::alloc::vec::Vec<
                        super::ForwardDocumentEvent,
                    >,
                    #[prost(message, optional, tag = "38")]
                    pub reconciliation_act_metadata: ::core::option::Option<
                        bilateral_document::BilateralDocumentMetadata,
                    >,
                    #[prost(message, optional, tag = "39")]
                    pub contract_metadata: ::core::option::Option<
                        bilateral_document::ContractMetadata,
                    >,
                    #[prost(message, optional, tag = "40")]
                    pub torg13_metadata: ::core::option::Option<
                        bilateral_document::BasicDocumentMetadata,
                    >,
                    #[prost(message, optional, tag = "41")]
                    pub service_details_metadata: ::core::option::Option<
                        unilateral_document::ServiceDetailsMetadata,
                    >,
                    #[prost(
                        enumeration = "RoamingNotificationStatus",
                        optional,
                        tag = "42",
                        default = "UnknownRoamingNotificationStatus"
                    )]
                    pub roaming_notification_status: ::core::option::Option<i32>,
                    #[prost(bool, optional, tag = "43", default = "false")]
                    pub has_custom_print_form: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "44")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                    #[prost(string, optional, tag = "45")]
                    pub packet_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(
                        enumeration = "super::DocumentDirection",
                        optional,
                        tag = "46",
                        default = "UnknownDocumentDirection"
                    )]
                    pub document_direction: ::core::option::Option<i32>,
                    #[prost(sfixed64, optional, tag = "47")]
                    pub last_modification_timestamp_ticks: ::core::option::Option<i64>,
                    #[prost(bool, optional, tag = "48")]
                    pub is_encrypted_content: ::core::option::Option<bool>,
                    #[prost(
                        enumeration = "SenderSignatureStatus",
                        optional,
                        tag = "49",
                        default = "UnknownSenderSignatureStatus"
                    )]
                    pub sender_signature_status: ::core::option::Option<i32>,
                    #[prost(message, optional, tag = "50")]
                    pub supplementary_agreement_metadata: ::core::option::Option<
                        bilateral_document::SupplementaryAgreementMetadata,
                    >,
                    #[prost(bool, optional, tag = "51", default = "false")]
                    pub is_read: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "52")]
                    pub roaming_notification_status_description: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "53", default = "false")]
                    pub packet_is_locked: ::core::option::Option<bool>,
                    #[prost(message, optional, tag = "54")]
                    pub price_list_agreement_metadata: ::core::option::Option<
                        nonformalized_document::NonformalizedDocumentMetadata,
                    >,
                    #[prost(message, optional, tag = "55")]
                    pub certificate_registry_metadata: ::core::option::Option<
                        nonformalized_document::NonformalizedDocumentMetadata,
                    >,
                    #[prost(message, optional, tag = "56")]
                    pub universal_transfer_document_metadata: ::core::option::Option<
                        universal_transfer_document::UniversalTransferDocumentMetadata,
                    >,
                    #[prost(message, optional, tag = "57")]
                    pub universal_transfer_document_revision_metadata: ::core::option::Option<
                        universal_transfer_document::UniversalTransferDocumentRevisionMetadata,
                    >,
                    #[prost(message, optional, tag = "58")]
                    pub universal_correction_document_metadata: ::core::option::Option<
                        universal_transfer_document::UniversalCorrectionDocumentMetadata,
                    >,
                    #[prost(message, optional, tag = "59")]
                    pub universal_correction_document_revision_metadata: ::core::option::Option<
                        universal_transfer_document::UniversalCorrectionDocumentRevisionMetadata,
                    >,
                    #[prost(string, optional, tag = "60", default = "")]
                    pub resolution_route_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "61")]
                    pub attachment_version: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(
                        enumeration = "ProxySignatureStatus",
                        optional,
                        tag = "62",
                        default = "UnknownProxySignatureStatus"
                    )]
                    pub proxy_signature_status: ::core::option::Option<i32>,
                    #[prost(string, required, tag = "63")]
                    pub type_named_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "64")]
                    pub function: ::prost::alloc::string::String,
                    #[prost(int32, required, tag = "65")]
                    pub workflow_id: i32,
                    #[prost(string, required, tag = "66")]
                    pub title: ::prost::alloc::string::String,
                    #[prost(message, repeated, tag = "67")]
                    pub metadata: ::prost::alloc::vec::Vec<super::events::MetadataItem>,
                    #[prost(message, required, tag = "68")]
                    pub recipient_receipt_metadata: RecipientReceiptMetadata,
                    #[prost(message, required, tag = "69")]
                    pub confirmation_metadata: ConfirmationMetadata,
                    #[prost(
                        enumeration = "RecipientResponseStatus",
                        required,
                        tag = "70",
                        default = "Unknown"
                    )]
                    pub recipient_response_status: i32,
                    #[prost(message, required, tag = "71")]
                    pub amendment_request_metadata: AmendmentRequestMetadata,
                    #[prost(message, optional, tag = "72")]
                    pub origin: ::core::option::Option<Origin>,
                    #[prost(string, optional, tag = "73", default = "")]
                    pub editing_setting_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(
                        enumeration = "super::LockMode",
                        required,
                        tag = "74",
                        default = "None"
                    )]
                    pub lock_mode: i32,
                    #[prost(message, required, tag = "75")]
                    pub sender_receipt_metadata: SenderReceiptMetadata,
                    #[prost(string, required, tag = "76")]
                    pub version: ::prost::alloc::string::String,
                    #[prost(message, repeated, tag = "77")]
                    pub last_outer_docflows: ::prost::alloc::vec::Vec<LastOuterDocflow>,
                    #[prost(string, optional, tag = "78")]
                    pub proxy_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "79")]
                    pub proxy_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, required, tag = "80")]
                    pub docflow_status: super::DocflowStatusV3,
                    #[prost(
                        enumeration = "super::TtGisFixationCancellationStatus",
                        optional,
                        tag = "81",
                        default = "None"
                    )]
                    pub tt_gis_fixation_cancellation_status: ::core::option::Option<i32>,
                    #[prost(bool, optional, tag = "82", default = "true")]
                    pub has_unread_out_of_workflow_universal_messages: ::core::option::Option<
                        bool,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct LastOuterDocflow {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "2")]
                    pub outer_docflow: super::outer_docflows::OuterDocflowInfo,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct Origin {
                    #[prost(enumeration = "MessageType", required, tag = "1")]
                    pub message_type: i32,
                    #[prost(string, required, tag = "2")]
                    pub message_id: ::prost::alloc::string::String,
                }
                #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct RecipientReceiptMetadata {
                    #[prost(
                        enumeration = "GeneralReceiptStatus",
                        required,
                        tag = "1",
                        default = "Unknown"
                    )]
                    pub receipt_status: i32,
                    #[prost(message, optional, tag = "2")]
                    pub confirmation_metadata: ::core::option::Option<
                        ConfirmationMetadata,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionStatus {
                    #[prost(
                        enumeration = "ResolutionStatusType",
                        optional,
                        tag = "1",
                        default = "UnknownResolutionStatus"
                    )]
                    pub r#type: ::core::option::Option<i32>,
                    #[prost(message, optional, tag = "2")]
                    pub target: ::core::option::Option<super::ResolutionTarget>,
                    #[prost(string, required, tag = "3")]
                    pub author_user_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "4")]
                    pub author_fio: ::prost::alloc::string::String,
                }
                #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct SenderReceiptMetadata {
                    #[prost(
                        enumeration = "GeneralReceiptStatus",
                        required,
                        tag = "1",
                        default = "Unknown"
                    )]
                    pub receipt_status: i32,
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum GeneralReceiptStatus {
                    Unknown = 0,
                    NotAcceptable = 1,
                    HaveToCreateReceipt = 2,
                    WaitingForReceipt = 3,
                    Finished = 4,
                }
                impl GeneralReceiptStatus {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::Unknown => "GeneralReceiptStatusUnknown",
                            Self::NotAcceptable => "GeneralReceiptStatusNotAcceptable",
                            Self::HaveToCreateReceipt => "HaveToCreateReceipt",
                            Self::WaitingForReceipt => "WaitingForReceipt",
                            Self::Finished => "Finished",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "GeneralReceiptStatusUnknown" => Some(Self::Unknown),
                            "GeneralReceiptStatusNotAcceptable" => {
                                Some(Self::NotAcceptable)
                            }
                            "HaveToCreateReceipt" => Some(Self::HaveToCreateReceipt),
                            "WaitingForReceipt" => Some(Self::WaitingForReceipt),
                            "Finished" => Some(Self::Finished),
                            _ => None,
                        }
                    }
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum MessageType {
                    Unknown = 0,
                    Letter = 1,
                    Draft = 2,
                    Template = 3,
                }
                impl MessageType {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::Unknown => "Unknown",
                            Self::Letter => "Letter",
                            Self::Draft => "Draft",
                            Self::Template => "Template",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "Unknown" => Some(Self::Unknown),
                            "Letter" => Some(Self::Letter),
                            "Draft" => Some(Self::Draft),
                            "Template" => Some(Self::Template),
                            _ => None,
                        }
                    }
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum ProxySignatureStatus {
                    UnknownProxySignatureStatus = 0,
                    None = 1,
                    WaitingForProxySignature = 2,
                    WithProxySignature = 3,
                    ProxySignatureRejected = 4,
                    InvalidProxySignature = 5,
                }
                impl ProxySignatureStatus {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownProxySignatureStatus => {
                                "UnknownProxySignatureStatus"
                            }
                            Self::None => "ProxySignatureStatusNone",
                            Self::WaitingForProxySignature => "WaitingForProxySignature",
                            Self::WithProxySignature => "WithProxySignature",
                            Self::ProxySignatureRejected => "ProxySignatureRejected",
                            Self::InvalidProxySignature => "InvalidProxySignature",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownProxySignatureStatus" => {
                                Some(Self::UnknownProxySignatureStatus)
                            }
                            "ProxySignatureStatusNone" => Some(Self::None),
                            "WaitingForProxySignature" => {
                                Some(Self::WaitingForProxySignature)
                            }
                            "WithProxySignature" => Some(Self::WithProxySignature),
                            "ProxySignatureRejected" => {
                                Some(Self::ProxySignatureRejected)
                            }
                            "InvalidProxySignature" => Some(Self::InvalidProxySignature),
                            _ => None,
                        }
                    }
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum RecipientResponseStatus {
                    Unknown = 0,
                    NotAcceptable = 1,
                    WaitingForRecipientSignature = 2,
                    WithRecipientSignature = 3,
                    RecipientSignatureRequestRejected = 4,
                    InvalidRecipientSignature = 5,
                    WithRecipientPartiallySignature = 6,
                }
                impl RecipientResponseStatus {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::Unknown => "RecipientResponseStatusUnknown",
                            Self::NotAcceptable => "RecipientResponseStatusNotAcceptable",
                            Self::WaitingForRecipientSignature => {
                                "WaitingForRecipientSignature"
                            }
                            Self::WithRecipientSignature => "WithRecipientSignature",
                            Self::RecipientSignatureRequestRejected => {
                                "RecipientSignatureRequestRejected"
                            }
                            Self::InvalidRecipientSignature => {
                                "InvalidRecipientSignature"
                            }
                            Self::WithRecipientPartiallySignature => {
                                "WithRecipientPartiallySignature"
                            }
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "RecipientResponseStatusUnknown" => Some(Self::Unknown),
                            "RecipientResponseStatusNotAcceptable" => {
                                Some(Self::NotAcceptable)
                            }
                            "WaitingForRecipientSignature" => {
                                Some(Self::WaitingForRecipientSignature)
                            }
                            "WithRecipientSignature" => {
                                Some(Self::WithRecipientSignature)
                            }
                            "RecipientSignatureRequestRejected" => {
                                Some(Self::RecipientSignatureRequestRejected)
                            }
                            "InvalidRecipientSignature" => {
                                Some(Self::InvalidRecipientSignature)
                            }
                            "WithRecipientPartiallySignature" => {
                                Some(Self::WithRecipientPartiallySignature)
                            }
                            _ => None,
                        }
                    }
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum ResolutionStatusType {
                    UnknownResolutionStatus = -1,
                    None = 0,
                    Approved = 1,
                    Disapproved = 2,
                    ApprovementRequested = 3,
                    SignatureRequested = 4,
                    SignatureDenied = 5,
                    ActionsRequested = 6,
                }
                impl ResolutionStatusType {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownResolutionStatus => "UnknownResolutionStatus",
                            Self::None => "None",
                            Self::Approved => "Approved",
                            Self::Disapproved => "Disapproved",
                            Self::ApprovementRequested => "ApprovementRequested",
                            Self::SignatureRequested => "SignatureRequested",
                            Self::SignatureDenied => "SignatureDenied",
                            Self::ActionsRequested => "ActionsRequested",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownResolutionStatus" => {
                                Some(Self::UnknownResolutionStatus)
                            }
                            "None" => Some(Self::None),
                            "Approved" => Some(Self::Approved),
                            "Disapproved" => Some(Self::Disapproved),
                            "ApprovementRequested" => Some(Self::ApprovementRequested),
                            "SignatureRequested" => Some(Self::SignatureRequested),
                            "SignatureDenied" => Some(Self::SignatureDenied),
                            "ActionsRequested" => Some(Self::ActionsRequested),
                            _ => None,
                        }
                    }
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum RevocationStatus {
                    UnknownRevocationStatus = 0,
                    None = 1,
                    RevocationIsRequestedByMe = 2,
                    RequestsMyRevocation = 3,
                    RevocationAccepted = 4,
                    RevocationRejected = 5,
                }
                impl RevocationStatus {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownRevocationStatus => "UnknownRevocationStatus",
                            Self::None => "RevocationStatusNone",
                            Self::RevocationIsRequestedByMe => {
                                "RevocationIsRequestedByMe"
                            }
                            Self::RequestsMyRevocation => "RequestsMyRevocation",
                            Self::RevocationAccepted => "RevocationAccepted",
                            Self::RevocationRejected => "RevocationRejected",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownRevocationStatus" => {
                                Some(Self::UnknownRevocationStatus)
                            }
                            "RevocationStatusNone" => Some(Self::None),
                            "RevocationIsRequestedByMe" => {
                                Some(Self::RevocationIsRequestedByMe)
                            }
                            "RequestsMyRevocation" => Some(Self::RequestsMyRevocation),
                            "RevocationAccepted" => Some(Self::RevocationAccepted),
                            "RevocationRejected" => Some(Self::RevocationRejected),
                            _ => None,
                        }
                    }
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum RoamingNotificationStatus {
                    UnknownRoamingNotificationStatus = 0,
                    None = 1,
                    Success = 2,
                    Error = 3,
                }
                impl RoamingNotificationStatus {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownRoamingNotificationStatus => {
                                "UnknownRoamingNotificationStatus"
                            }
                            Self::None => "RoamingNotificationStatusNone",
                            Self::Success => "RoamingNotificationStatusSuccess",
                            Self::Error => "RoamingNotificationStatusError",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownRoamingNotificationStatus" => {
                                Some(Self::UnknownRoamingNotificationStatus)
                            }
                            "RoamingNotificationStatusNone" => Some(Self::None),
                            "RoamingNotificationStatusSuccess" => Some(Self::Success),
                            "RoamingNotificationStatusError" => Some(Self::Error),
                            _ => None,
                        }
                    }
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum SenderSignatureStatus {
                    UnknownSenderSignatureStatus = 0,
                    WaitingForSenderSignature = 1,
                    SenderSignatureUnchecked = 2,
                    SenderSignatureCheckedAndValid = 3,
                    SenderSignatureCheckedAndInvalid = 4,
                }
                impl SenderSignatureStatus {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownSenderSignatureStatus => {
                                "UnknownSenderSignatureStatus"
                            }
                            Self::WaitingForSenderSignature => {
                                "WaitingForSenderSignature"
                            }
                            Self::SenderSignatureUnchecked => "SenderSignatureUnchecked",
                            Self::SenderSignatureCheckedAndValid => {
                                "SenderSignatureCheckedAndValid"
                            }
                            Self::SenderSignatureCheckedAndInvalid => {
                                "SenderSignatureCheckedAndInvalid"
                            }
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownSenderSignatureStatus" => {
                                Some(Self::UnknownSenderSignatureStatus)
                            }
                            "WaitingForSenderSignature" => {
                                Some(Self::WaitingForSenderSignature)
                            }
                            "SenderSignatureUnchecked" => {
                                Some(Self::SenderSignatureUnchecked)
                            }
                            "SenderSignatureCheckedAndValid" => {
                                Some(Self::SenderSignatureCheckedAndValid)
                            }
                            "SenderSignatureCheckedAndInvalid" => {
                                Some(Self::SenderSignatureCheckedAndInvalid)
                            }
                            _ => None,
                        }
                    }
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DocumentList {
                    #[prost(int32, required, tag = "1")]
                    pub total_count: i32,
                    #[prost(message, repeated, tag = "2")]
                    pub documents: ::prost::alloc::vec::Vec<Document>,
                    #[prost(bool, optional, tag = "3")]
                    pub has_more_results: ::core::option::Option<bool>,
                }
                pub mod acceptance_certificate_document {
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct AcceptanceCertificateMetadata {
                        #[prost(
                            enumeration = "AcceptanceCertificateDocumentStatus",
                            optional,
                            tag = "1",
                            default = "UnknownAcceptanceCertificateDocumentStatus"
                        )]
                        pub document_status: ::core::option::Option<i32>,
                        #[prost(string, required, tag = "2")]
                        pub total: ::prost::alloc::string::String,
                        #[prost(string, optional, tag = "3")]
                        pub vat: ::core::option::Option<::prost::alloc::string::String>,
                        #[prost(string, optional, tag = "4")]
                        pub grounds: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(
                            enumeration = "super::ReceiptStatus",
                            optional,
                            tag = "5",
                            default = "UnknownReceiptStatus"
                        )]
                        pub receipt_status: ::core::option::Option<i32>,
                    }
                    #[derive(
                        Clone,
                        Copy,
                        Debug,
                        PartialEq,
                        Eq,
                        Hash,
                        PartialOrd,
                        Ord,
                        ::prost::Enumeration
                    )]
                    #[repr(i32)]
                    pub enum AcceptanceCertificateDocumentStatus {
                        UnknownAcceptanceCertificateDocumentStatus = 0,
                        OutboundWaitingForRecipientSignature = 1,
                        OutboundWithRecipientSignature = 2,
                        OutboundRecipientSignatureRequestRejected = 3,
                        InboundWaitingForRecipientSignature = 4,
                        InboundWithRecipientSignature = 5,
                        InboundRecipientSignatureRequestRejected = 6,
                        InternalWaitingForRecipientSignature = 7,
                        InternalWithRecipientSignature = 8,
                        InternalRecipientSignatureRequestRejected = 9,
                        OutboundWaitingForSenderSignature = 10,
                        OutboundInvalidSenderSignature = 11,
                        InboundInvalidRecipientSignature = 12,
                        InternalWaitingForSenderSignature = 13,
                        InternalInvalidSenderSignature = 14,
                        InternalInvalidRecipientSignature = 15,
                        OutboundNoRecipientSignatureRequest = 16,
                        InboundNoRecipientSignatureRequest = 17,
                        InternalNoRecipientSignatureRequest = 18,
                        OutboundWithRecipientPartiallySignature = 19,
                        InboundWithRecipientPartiallySignature = 20,
                        InternalWithRecipientPartiallySignature = 21,
                    }
                    impl AcceptanceCertificateDocumentStatus {
                        /// String value of the enum field names used in the ProtoBuf definition.
                        ///
                        /// The values are not transformed in any way and thus are considered stable
                        /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                        pub fn as_str_name(&self) -> &'static str {
                            match self {
                                Self::UnknownAcceptanceCertificateDocumentStatus => {
                                    "UnknownAcceptanceCertificateDocumentStatus"
                                }
                                Self::OutboundWaitingForRecipientSignature => {
                                    "OutboundWaitingForRecipientSignature"
                                }
                                Self::OutboundWithRecipientSignature => {
                                    "OutboundWithRecipientSignature"
                                }
                                Self::OutboundRecipientSignatureRequestRejected => {
                                    "OutboundRecipientSignatureRequestRejected"
                                }
                                Self::InboundWaitingForRecipientSignature => {
                                    "InboundWaitingForRecipientSignature"
                                }
                                Self::InboundWithRecipientSignature => {
                                    "InboundWithRecipientSignature"
                                }
                                Self::InboundRecipientSignatureRequestRejected => {
                                    "InboundRecipientSignatureRequestRejected"
                                }
                                Self::InternalWaitingForRecipientSignature => {
                                    "InternalWaitingForRecipientSignature"
                                }
                                Self::InternalWithRecipientSignature => {
                                    "InternalWithRecipientSignature"
                                }
                                Self::InternalRecipientSignatureRequestRejected => {
                                    "InternalRecipientSignatureRequestRejected"
                                }
                                Self::OutboundWaitingForSenderSignature => {
                                    "OutboundWaitingForSenderSignature"
                                }
                                Self::OutboundInvalidSenderSignature => {
                                    "OutboundInvalidSenderSignature"
                                }
                                Self::InboundInvalidRecipientSignature => {
                                    "InboundInvalidRecipientSignature"
                                }
                                Self::InternalWaitingForSenderSignature => {
                                    "InternalWaitingForSenderSignature"
                                }
                                Self::InternalInvalidSenderSignature => {
                                    "InternalInvalidSenderSignature"
                                }
                                Self::InternalInvalidRecipientSignature => {
                                    "InternalInvalidRecipientSignature"
                                }
                                Self::OutboundNoRecipientSignatureRequest => {
                                    "OutboundNoRecipientSignatureRequest"
                                }
                                Self::InboundNoRecipientSignatureRequest => {
                                    "InboundNoRecipientSignatureRequest"
                                }
                                Self::InternalNoRecipientSignatureRequest => {
                                    "InternalNoRecipientSignatureRequest"
                                }
                                Self::OutboundWithRecipientPartiallySignature => {
                                    "OutboundWithRecipientPartiallySignature"
                                }
                                Self::InboundWithRecipientPartiallySignature => {
                                    "InboundWithRecipientPartiallySignature"
                                }
                                Self::InternalWithRecipientPartiallySignature => {
                                    "InternalWithRecipientPartiallySignature"
                                }
                            }
                        }
                        /// Creates an enum from field names used in the ProtoBuf definition.
                        pub fn from_str_name(
                            value: &str,
                        ) -> ::core::option::Option<Self> {
                            match value {
                                "UnknownAcceptanceCertificateDocumentStatus" => {
                                    Some(Self::UnknownAcceptanceCertificateDocumentStatus)
                                }
                                "OutboundWaitingForRecipientSignature" => {
                                    Some(Self::OutboundWaitingForRecipientSignature)
                                }
                                "OutboundWithRecipientSignature" => {
                                    Some(Self::OutboundWithRecipientSignature)
                                }
                                "OutboundRecipientSignatureRequestRejected" => {
                                    Some(Self::OutboundRecipientSignatureRequestRejected)
                                }
                                "InboundWaitingForRecipientSignature" => {
                                    Some(Self::InboundWaitingForRecipientSignature)
                                }
                                "InboundWithRecipientSignature" => {
                                    Some(Self::InboundWithRecipientSignature)
                                }
                                "InboundRecipientSignatureRequestRejected" => {
                                    Some(Self::InboundRecipientSignatureRequestRejected)
                                }
                                "InternalWaitingForRecipientSignature" => {
                                    Some(Self::InternalWaitingForRecipientSignature)
                                }
                                "InternalWithRecipientSignature" => {
                                    Some(Self::InternalWithRecipientSignature)
                                }
                                "InternalRecipientSignatureRequestRejected" => {
                                    Some(Self::InternalRecipientSignatureRequestRejected)
                                }
                                "OutboundWaitingForSenderSignature" => {
                                    Some(Self::OutboundWaitingForSenderSignature)
                                }
                                "OutboundInvalidSenderSignature" => {
                                    Some(Self::OutboundInvalidSenderSignature)
                                }
                                "InboundInvalidRecipientSignature" => {
                                    Some(Self::InboundInvalidRecipientSignature)
                                }
                                "InternalWaitingForSenderSignature" => {
                                    Some(Self::InternalWaitingForSenderSignature)
                                }
                                "InternalInvalidSenderSignature" => {
                                    Some(Self::InternalInvalidSenderSignature)
                                }
                                "InternalInvalidRecipientSignature" => {
                                    Some(Self::InternalInvalidRecipientSignature)
                                }
                                "OutboundNoRecipientSignatureRequest" => {
                                    Some(Self::OutboundNoRecipientSignatureRequest)
                                }
                                "InboundNoRecipientSignatureRequest" => {
                                    Some(Self::InboundNoRecipientSignatureRequest)
                                }
                                "InternalNoRecipientSignatureRequest" => {
                                    Some(Self::InternalNoRecipientSignatureRequest)
                                }
                                "OutboundWithRecipientPartiallySignature" => {
                                    Some(Self::OutboundWithRecipientPartiallySignature)
                                }
                                "InboundWithRecipientPartiallySignature" => {
                                    Some(Self::InboundWithRecipientPartiallySignature)
                                }
                                "InternalWithRecipientPartiallySignature" => {
                                    Some(Self::InternalWithRecipientPartiallySignature)
                                }
                                _ => None,
                            }
                        }
                    }
                }
                pub mod bilateral_document {
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct BasicDocumentMetadata {
                        #[prost(
                            enumeration = "BilateralDocumentStatus",
                            optional,
                            tag = "1",
                            default = "UnknownBilateralDocumentStatus"
                        )]
                        pub document_status: ::core::option::Option<i32>,
                        #[prost(string, required, tag = "2")]
                        pub total: ::prost::alloc::string::String,
                        #[prost(string, optional, tag = "3")]
                        pub vat: ::core::option::Option<::prost::alloc::string::String>,
                        #[prost(string, optional, tag = "4")]
                        pub grounds: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(
                            enumeration = "super::ReceiptStatus",
                            optional,
                            tag = "5",
                            default = "UnknownReceiptStatus"
                        )]
                        pub receipt_status: ::core::option::Option<i32>,
                        #[prost(string, optional, tag = "6")]
                        pub revision_date: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "7")]
                        pub revision_number: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                    }
                    #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct BilateralDocumentMetadata {
                        #[prost(
                            enumeration = "BilateralDocumentStatus",
                            optional,
                            tag = "1",
                            default = "UnknownBilateralDocumentStatus"
                        )]
                        pub document_status: ::core::option::Option<i32>,
                        #[prost(
                            enumeration = "super::ReceiptStatus",
                            optional,
                            tag = "2",
                            default = "UnknownReceiptStatus"
                        )]
                        pub receipt_status: ::core::option::Option<i32>,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct ContractMetadata {
                        #[prost(
                            enumeration = "BilateralDocumentStatus",
                            optional,
                            tag = "1",
                            default = "UnknownBilateralDocumentStatus"
                        )]
                        pub document_status: ::core::option::Option<i32>,
                        #[prost(string, optional, tag = "2")]
                        pub contract_price: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "3")]
                        pub contract_type: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(
                            enumeration = "super::ReceiptStatus",
                            optional,
                            tag = "4",
                            default = "UnknownReceiptStatus"
                        )]
                        pub receipt_status: ::core::option::Option<i32>,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct PriceListMetadata {
                        #[prost(
                            enumeration = "BilateralDocumentStatus",
                            optional,
                            tag = "1",
                            default = "UnknownBilateralDocumentStatus"
                        )]
                        pub document_status: ::core::option::Option<i32>,
                        #[prost(string, optional, tag = "2")]
                        pub price_list_effective_date: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "3")]
                        pub contract_document_date: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "4")]
                        pub contract_document_number: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(
                            enumeration = "super::ReceiptStatus",
                            optional,
                            tag = "5",
                            default = "UnknownReceiptStatus"
                        )]
                        pub receipt_status: ::core::option::Option<i32>,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct SupplementaryAgreementMetadata {
                        #[prost(
                            enumeration = "BilateralDocumentStatus",
                            optional,
                            tag = "1",
                            default = "UnknownBilateralDocumentStatus"
                        )]
                        pub document_status: ::core::option::Option<i32>,
                        #[prost(string, optional, tag = "2")]
                        pub total: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "3")]
                        pub contract_type: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, required, tag = "4")]
                        pub contract_number: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "5")]
                        pub contract_date: ::prost::alloc::string::String,
                        #[prost(
                            enumeration = "super::ReceiptStatus",
                            optional,
                            tag = "6",
                            default = "UnknownReceiptStatus"
                        )]
                        pub receipt_status: ::core::option::Option<i32>,
                    }
                    #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct TrustConnectionRequestMetadata {
                        #[prost(
                            enumeration = "BilateralDocumentStatus",
                            optional,
                            tag = "1",
                            default = "UnknownBilateralDocumentStatus"
                        )]
                        pub trust_connection_request_status: ::core::option::Option<i32>,
                    }
                    #[derive(
                        Clone,
                        Copy,
                        Debug,
                        PartialEq,
                        Eq,
                        Hash,
                        PartialOrd,
                        Ord,
                        ::prost::Enumeration
                    )]
                    #[repr(i32)]
                    pub enum BilateralDocumentStatus {
                        UnknownBilateralDocumentStatus = 0,
                        OutboundWaitingForRecipientSignature = 1,
                        OutboundWithRecipientSignature = 2,
                        OutboundRecipientSignatureRequestRejected = 3,
                        InboundWaitingForRecipientSignature = 4,
                        InboundWithRecipientSignature = 5,
                        InboundRecipientSignatureRequestRejected = 6,
                        InternalWaitingForRecipientSignature = 7,
                        InternalWithRecipientSignature = 8,
                        InternalRecipientSignatureRequestRejected = 9,
                        OutboundWaitingForSenderSignature = 10,
                        OutboundInvalidSenderSignature = 11,
                        InboundInvalidRecipientSignature = 12,
                        InternalWaitingForSenderSignature = 13,
                        InternalInvalidSenderSignature = 14,
                        InternalInvalidRecipientSignature = 15,
                        OutboundWithRecipientPartiallySignature = 19,
                        InboundWithRecipientPartiallySignature = 20,
                        InternalWithRecipientPartiallySignature = 21,
                    }
                    impl BilateralDocumentStatus {
                        /// String value of the enum field names used in the ProtoBuf definition.
                        ///
                        /// The values are not transformed in any way and thus are considered stable
                        /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                        pub fn as_str_name(&self) -> &'static str {
                            match self {
                                Self::UnknownBilateralDocumentStatus => {
                                    "UnknownBilateralDocumentStatus"
                                }
                                Self::OutboundWaitingForRecipientSignature => {
                                    "OutboundWaitingForRecipientSignature"
                                }
                                Self::OutboundWithRecipientSignature => {
                                    "OutboundWithRecipientSignature"
                                }
                                Self::OutboundRecipientSignatureRequestRejected => {
                                    "OutboundRecipientSignatureRequestRejected"
                                }
                                Self::InboundWaitingForRecipientSignature => {
                                    "InboundWaitingForRecipientSignature"
                                }
                                Self::InboundWithRecipientSignature => {
                                    "InboundWithRecipientSignature"
                                }
                                Self::InboundRecipientSignatureRequestRejected => {
                                    "InboundRecipientSignatureRequestRejected"
                                }
                                Self::InternalWaitingForRecipientSignature => {
                                    "InternalWaitingForRecipientSignature"
                                }
                                Self::InternalWithRecipientSignature => {
                                    "InternalWithRecipientSignature"
                                }
                                Self::InternalRecipientSignatureRequestRejected => {
                                    "InternalRecipientSignatureRequestRejected"
                                }
                                Self::OutboundWaitingForSenderSignature => {
                                    "OutboundWaitingForSenderSignature"
                                }
                                Self::OutboundInvalidSenderSignature => {
                                    "OutboundInvalidSenderSignature"
                                }
                                Self::InboundInvalidRecipientSignature => {
                                    "InboundInvalidRecipientSignature"
                                }
                                Self::InternalWaitingForSenderSignature => {
                                    "InternalWaitingForSenderSignature"
                                }
                                Self::InternalInvalidSenderSignature => {
                                    "InternalInvalidSenderSignature"
                                }
                                Self::InternalInvalidRecipientSignature => {
                                    "InternalInvalidRecipientSignature"
                                }
                                Self::OutboundWithRecipientPartiallySignature => {
                                    "OutboundWithRecipientPartiallySignature"
                                }
                                Self::InboundWithRecipientPartiallySignature => {
                                    "InboundWithRecipientPartiallySignature"
                                }
                                Self::InternalWithRecipientPartiallySignature => {
                                    "InternalWithRecipientPartiallySignature"
                                }
                            }
                        }
                        /// Creates an enum from field names used in the ProtoBuf definition.
                        pub fn from_str_name(
                            value: &str,
                        ) -> ::core::option::Option<Self> {
                            match value {
                                "UnknownBilateralDocumentStatus" => {
                                    Some(Self::UnknownBilateralDocumentStatus)
                                }
                                "OutboundWaitingForRecipientSignature" => {
                                    Some(Self::OutboundWaitingForRecipientSignature)
                                }
                                "OutboundWithRecipientSignature" => {
                                    Some(Self::OutboundWithRecipientSignature)
                                }
                                "OutboundRecipientSignatureRequestRejected" => {
                                    Some(Self::OutboundRecipientSignatureRequestRejected)
                                }
                                "InboundWaitingForRecipientSignature" => {
                                    Some(Self::InboundWaitingForRecipientSignature)
                                }
                                "InboundWithRecipientSignature" => {
                                    Some(Self::InboundWithRecipientSignature)
                                }
                                "InboundRecipientSignatureRequestRejected" => {
                                    Some(Self::InboundRecipientSignatureRequestRejected)
                                }
                                "InternalWaitingForRecipientSignature" => {
                                    Some(Self::InternalWaitingForRecipientSignature)
                                }
                                "InternalWithRecipientSignature" => {
                                    Some(Self::InternalWithRecipientSignature)
                                }
                                "InternalRecipientSignatureRequestRejected" => {
                                    Some(Self::InternalRecipientSignatureRequestRejected)
                                }
                                "OutboundWaitingForSenderSignature" => {
                                    Some(Self::OutboundWaitingForSenderSignature)
                                }
                                "OutboundInvalidSenderSignature" => {
                                    Some(Self::OutboundInvalidSenderSignature)
                                }
                                "InboundInvalidRecipientSignature" => {
                                    Some(Self::InboundInvalidRecipientSignature)
                                }
                                "InternalWaitingForSenderSignature" => {
                                    Some(Self::InternalWaitingForSenderSignature)
                                }
                                "InternalInvalidSenderSignature" => {
                                    Some(Self::InternalInvalidSenderSignature)
                                }
                                "InternalInvalidRecipientSignature" => {
                                    Some(Self::InternalInvalidRecipientSignature)
                                }
                                "OutboundWithRecipientPartiallySignature" => {
                                    Some(Self::OutboundWithRecipientPartiallySignature)
                                }
                                "InboundWithRecipientPartiallySignature" => {
                                    Some(Self::InboundWithRecipientPartiallySignature)
                                }
                                "InternalWithRecipientPartiallySignature" => {
                                    Some(Self::InternalWithRecipientPartiallySignature)
                                }
                                _ => None,
                            }
                        }
                    }
                }
                pub mod invoice_document {
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct InvoiceCorrectionMetadata {
                        #[prost(
                            enumeration = "InvoiceStatus",
                            optional,
                            tag = "1",
                            default = "UnknownInvoiceStatus"
                        )]
                        pub invoice_correction_status: ::core::option::Option<i32>,
                        #[prost(string, required, tag = "2")]
                        pub original_invoice_number: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "3")]
                        pub original_invoice_date: ::prost::alloc::string::String,
                        #[prost(string, optional, tag = "4")]
                        pub original_invoice_revision_number: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "5")]
                        pub original_invoice_revision_date: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, required, tag = "6")]
                        pub total_inc: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "7")]
                        pub total_dec: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "8")]
                        pub vat_inc: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "9")]
                        pub vat_dec: ::prost::alloc::string::String,
                        #[prost(int32, required, tag = "10")]
                        pub currency: i32,
                        #[prost(sfixed64, required, tag = "11")]
                        pub confirmation_date_time_ticks: i64,
                        #[prost(int32, required, tag = "12")]
                        pub invoice_amendment_flags: i32,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct InvoiceCorrectionRevisionMetadata {
                        #[prost(
                            enumeration = "InvoiceStatus",
                            optional,
                            tag = "1",
                            default = "UnknownInvoiceStatus"
                        )]
                        pub invoice_correction_revision_status: ::core::option::Option<
                            i32,
                        >,
                        #[prost(string, required, tag = "2")]
                        pub original_invoice_number: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "3")]
                        pub original_invoice_date: ::prost::alloc::string::String,
                        #[prost(string, optional, tag = "4")]
                        pub original_invoice_revision_number: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "5")]
                        pub original_invoice_revision_date: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, required, tag = "6")]
                        pub original_invoice_correction_number: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "7")]
                        pub original_invoice_correction_date: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "8")]
                        pub total_inc: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "9")]
                        pub total_dec: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "10")]
                        pub vat_inc: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "11")]
                        pub vat_dec: ::prost::alloc::string::String,
                        #[prost(int32, required, tag = "12")]
                        pub currency: i32,
                        #[prost(sfixed64, required, tag = "13")]
                        pub confirmation_date_time_ticks: i64,
                        #[prost(int32, required, tag = "14")]
                        pub invoice_amendment_flags: i32,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct InvoiceMetadata {
                        #[prost(
                            enumeration = "InvoiceStatus",
                            optional,
                            tag = "1",
                            default = "UnknownInvoiceStatus"
                        )]
                        pub invoice_status: ::core::option::Option<i32>,
                        #[prost(string, required, tag = "2")]
                        pub total: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "3")]
                        pub vat: ::prost::alloc::string::String,
                        #[prost(int32, required, tag = "4")]
                        pub currency: i32,
                        #[prost(sfixed64, required, tag = "5")]
                        pub confirmation_date_time_ticks: i64,
                        #[prost(int32, required, tag = "6")]
                        pub invoice_amendment_flags: i32,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct InvoiceRevisionMetadata {
                        #[prost(
                            enumeration = "InvoiceStatus",
                            optional,
                            tag = "1",
                            default = "UnknownInvoiceStatus"
                        )]
                        pub invoice_revision_status: ::core::option::Option<i32>,
                        #[prost(string, required, tag = "2")]
                        pub original_invoice_number: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "3")]
                        pub original_invoice_date: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "4")]
                        pub total: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "5")]
                        pub vat: ::prost::alloc::string::String,
                        #[prost(int32, required, tag = "6")]
                        pub currency: i32,
                        #[prost(sfixed64, required, tag = "7")]
                        pub confirmation_date_time_ticks: i64,
                        #[prost(int32, required, tag = "8")]
                        pub invoice_amendment_flags: i32,
                    }
                    #[derive(
                        Clone,
                        Copy,
                        Debug,
                        PartialEq,
                        Eq,
                        Hash,
                        PartialOrd,
                        Ord,
                        ::prost::Enumeration
                    )]
                    #[repr(i32)]
                    pub enum InvoiceStatus {
                        UnknownInvoiceStatus = 0,
                        OutboundWaitingForInvoiceReceipt = 1,
                        OutboundNotFinished = 2,
                        OutboundFinished = 3,
                        InboundNotFinished = 4,
                        InboundFinished = 5,
                        OutboundWaitingForSenderSignature = 6,
                        OutboundInvalidSenderSignature = 7,
                    }
                    impl InvoiceStatus {
                        /// String value of the enum field names used in the ProtoBuf definition.
                        ///
                        /// The values are not transformed in any way and thus are considered stable
                        /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                        pub fn as_str_name(&self) -> &'static str {
                            match self {
                                Self::UnknownInvoiceStatus => "UnknownInvoiceStatus",
                                Self::OutboundWaitingForInvoiceReceipt => {
                                    "OutboundWaitingForInvoiceReceipt"
                                }
                                Self::OutboundNotFinished => "OutboundNotFinished",
                                Self::OutboundFinished => "OutboundFinished",
                                Self::InboundNotFinished => "InboundNotFinished",
                                Self::InboundFinished => "InboundFinished",
                                Self::OutboundWaitingForSenderSignature => {
                                    "OutboundWaitingForSenderSignature"
                                }
                                Self::OutboundInvalidSenderSignature => {
                                    "OutboundInvalidSenderSignature"
                                }
                            }
                        }
                        /// Creates an enum from field names used in the ProtoBuf definition.
                        pub fn from_str_name(
                            value: &str,
                        ) -> ::core::option::Option<Self> {
                            match value {
                                "UnknownInvoiceStatus" => Some(Self::UnknownInvoiceStatus),
                                "OutboundWaitingForInvoiceReceipt" => {
                                    Some(Self::OutboundWaitingForInvoiceReceipt)
                                }
                                "OutboundNotFinished" => Some(Self::OutboundNotFinished),
                                "OutboundFinished" => Some(Self::OutboundFinished),
                                "InboundNotFinished" => Some(Self::InboundNotFinished),
                                "InboundFinished" => Some(Self::InboundFinished),
                                "OutboundWaitingForSenderSignature" => {
                                    Some(Self::OutboundWaitingForSenderSignature)
                                }
                                "OutboundInvalidSenderSignature" => {
                                    Some(Self::OutboundInvalidSenderSignature)
                                }
                                _ => None,
                            }
                        }
                    }
                }
                pub mod nonformalized_document {
                    #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct NonformalizedDocumentMetadata {
                        #[prost(
                            enumeration = "NonformalizedDocumentStatus",
                            optional,
                            tag = "1",
                            default = "UnknownNonformalizedDocumentStatus"
                        )]
                        pub document_status: ::core::option::Option<i32>,
                        #[prost(
                            enumeration = "super::ReceiptStatus",
                            optional,
                            tag = "2",
                            default = "UnknownReceiptStatus"
                        )]
                        pub receipt_status: ::core::option::Option<i32>,
                    }
                    #[derive(
                        Clone,
                        Copy,
                        Debug,
                        PartialEq,
                        Eq,
                        Hash,
                        PartialOrd,
                        Ord,
                        ::prost::Enumeration
                    )]
                    #[repr(i32)]
                    pub enum NonformalizedDocumentStatus {
                        UnknownNonformalizedDocumentStatus = 0,
                        OutboundNoRecipientSignatureRequest = 1,
                        OutboundWaitingForRecipientSignature = 2,
                        OutboundWithRecipientSignature = 3,
                        OutboundRecipientSignatureRequestRejected = 4,
                        InboundNoRecipientSignatureRequest = 5,
                        InboundWaitingForRecipientSignature = 6,
                        InboundWithRecipientSignature = 7,
                        InboundRecipientSignatureRequestRejected = 8,
                        InternalNoRecipientSignatureRequest = 9,
                        InternalWaitingForRecipientSignature = 10,
                        InternalWithRecipientSignature = 11,
                        InternalRecipientSignatureRequestRejected = 12,
                        OutboundWaitingForSenderSignature = 13,
                        OutboundInvalidSenderSignature = 14,
                        InboundInvalidRecipientSignature = 15,
                        InternalWaitingForSenderSignature = 16,
                        InternalInvalidSenderSignature = 17,
                        InternalInvalidRecipientSignature = 18,
                    }
                    impl NonformalizedDocumentStatus {
                        /// String value of the enum field names used in the ProtoBuf definition.
                        ///
                        /// The values are not transformed in any way and thus are considered stable
                        /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                        pub fn as_str_name(&self) -> &'static str {
                            match self {
                                Self::UnknownNonformalizedDocumentStatus => {
                                    "UnknownNonformalizedDocumentStatus"
                                }
                                Self::OutboundNoRecipientSignatureRequest => {
                                    "OutboundNoRecipientSignatureRequest"
                                }
                                Self::OutboundWaitingForRecipientSignature => {
                                    "OutboundWaitingForRecipientSignature"
                                }
                                Self::OutboundWithRecipientSignature => {
                                    "OutboundWithRecipientSignature"
                                }
                                Self::OutboundRecipientSignatureRequestRejected => {
                                    "OutboundRecipientSignatureRequestRejected"
                                }
                                Self::InboundNoRecipientSignatureRequest => {
                                    "InboundNoRecipientSignatureRequest"
                                }
                                Self::InboundWaitingForRecipientSignature => {
                                    "InboundWaitingForRecipientSignature"
                                }
                                Self::InboundWithRecipientSignature => {
                                    "InboundWithRecipientSignature"
                                }
                                Self::InboundRecipientSignatureRequestRejected => {
                                    "InboundRecipientSignatureRequestRejected"
                                }
                                Self::InternalNoRecipientSignatureRequest => {
                                    "InternalNoRecipientSignatureRequest"
                                }
                                Self::InternalWaitingForRecipientSignature => {
                                    "InternalWaitingForRecipientSignature"
                                }
                                Self::InternalWithRecipientSignature => {
                                    "InternalWithRecipientSignature"
                                }
                                Self::InternalRecipientSignatureRequestRejected => {
                                    "InternalRecipientSignatureRequestRejected"
                                }
                                Self::OutboundWaitingForSenderSignature => {
                                    "OutboundWaitingForSenderSignature"
                                }
                                Self::OutboundInvalidSenderSignature => {
                                    "OutboundInvalidSenderSignature"
                                }
                                Self::InboundInvalidRecipientSignature => {
                                    "InboundInvalidRecipientSignature"
                                }
                                Self::InternalWaitingForSenderSignature => {
                                    "InternalWaitingForSenderSignature"
                                }
                                Self::InternalInvalidSenderSignature => {
                                    "InternalInvalidSenderSignature"
                                }
                                Self::InternalInvalidRecipientSignature => {
                                    "InternalInvalidRecipientSignature"
                                }
                            }
                        }
                        /// Creates an enum from field names used in the ProtoBuf definition.
                        pub fn from_str_name(
                            value: &str,
                        ) -> ::core::option::Option<Self> {
                            match value {
                                "UnknownNonformalizedDocumentStatus" => {
                                    Some(Self::UnknownNonformalizedDocumentStatus)
                                }
                                "OutboundNoRecipientSignatureRequest" => {
                                    Some(Self::OutboundNoRecipientSignatureRequest)
                                }
                                "OutboundWaitingForRecipientSignature" => {
                                    Some(Self::OutboundWaitingForRecipientSignature)
                                }
                                "OutboundWithRecipientSignature" => {
                                    Some(Self::OutboundWithRecipientSignature)
                                }
                                "OutboundRecipientSignatureRequestRejected" => {
                                    Some(Self::OutboundRecipientSignatureRequestRejected)
                                }
                                "InboundNoRecipientSignatureRequest" => {
                                    Some(Self::InboundNoRecipientSignatureRequest)
                                }
                                "InboundWaitingForRecipientSignature" => {
                                    Some(Self::InboundWaitingForRecipientSignature)
                                }
                                "InboundWithRecipientSignature" => {
                                    Some(Self::InboundWithRecipientSignature)
                                }
                                "InboundRecipientSignatureRequestRejected" => {
                                    Some(Self::InboundRecipientSignatureRequestRejected)
                                }
                                "InternalNoRecipientSignatureRequest" => {
                                    Some(Self::InternalNoRecipientSignatureRequest)
                                }
                                "InternalWaitingForRecipientSignature" => {
                                    Some(Self::InternalWaitingForRecipientSignature)
                                }
                                "InternalWithRecipientSignature" => {
                                    Some(Self::InternalWithRecipientSignature)
                                }
                                "InternalRecipientSignatureRequestRejected" => {
                                    Some(Self::InternalRecipientSignatureRequestRejected)
                                }
                                "OutboundWaitingForSenderSignature" => {
                                    Some(Self::OutboundWaitingForSenderSignature)
                                }
                                "OutboundInvalidSenderSignature" => {
                                    Some(Self::OutboundInvalidSenderSignature)
                                }
                                "InboundInvalidRecipientSignature" => {
                                    Some(Self::InboundInvalidRecipientSignature)
                                }
                                "InternalWaitingForSenderSignature" => {
                                    Some(Self::InternalWaitingForSenderSignature)
                                }
                                "InternalInvalidSenderSignature" => {
                                    Some(Self::InternalInvalidSenderSignature)
                                }
                                "InternalInvalidRecipientSignature" => {
                                    Some(Self::InternalInvalidRecipientSignature)
                                }
                                _ => None,
                            }
                        }
                    }
                }
                pub mod types {
                    #[derive(Clone, PartialEq, ::prost::Message)]
                    pub struct DocumentFunctionV2 {
                        #[prost(string, required, tag = "1")]
                        pub name: ::prost::alloc::string::String,
                        #[prost(message, repeated, tag = "2")]
                        pub versions: ::prost::alloc::vec::Vec<DocumentVersionV2>,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct DocumentMetadataItemV2 {
                        #[prost(string, required, tag = "1")]
                        pub id: ::prost::alloc::string::String,
                        #[prost(int32, required, tag = "2")]
                        pub r#type: i32,
                        #[prost(bool, required, tag = "3")]
                        pub is_required: bool,
                        #[prost(int32, required, tag = "4")]
                        pub source: i32,
                    }
                    #[derive(Clone, PartialEq, ::prost::Message)]
                    pub struct DocumentTitleV2 {
                        #[prost(bool, required, tag = "1")]
                        pub is_formal: bool,
                        #[prost(string, optional, tag = "2")]
                        pub xsd_url: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(message, repeated, tag = "3")]
                        pub metadata_items: ::prost::alloc::vec::Vec<
                            DocumentMetadataItemV2,
                        >,
                        #[prost(message, repeated, tag = "4")]
                        pub encrypted_metadata_items: ::prost::alloc::vec::Vec<
                            DocumentMetadataItemV2,
                        >,
                        #[prost(string, optional, tag = "5")]
                        pub user_data_xsd_url: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(message, required, tag = "6")]
                        pub signer_info: SignerInfoV2,
                        #[prost(int32, required, tag = "7")]
                        pub index: i32,
                    }
                    #[derive(Clone, PartialEq, ::prost::Message)]
                    pub struct DocumentTypeDescriptionV2 {
                        #[prost(string, required, tag = "1")]
                        pub name: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "2")]
                        pub title: ::prost::alloc::string::String,
                        #[prost(int32, repeated, packed = "false", tag = "3")]
                        pub supported_docflows: ::prost::alloc::vec::Vec<i32>,
                        #[prost(bool, required, tag = "4")]
                        pub requires_fns_registration: bool,
                        #[prost(message, repeated, tag = "9")]
                        pub functions: ::prost::alloc::vec::Vec<DocumentFunctionV2>,
                    }
                    #[derive(Clone, PartialEq, ::prost::Message)]
                    pub struct DocumentVersionV2 {
                        #[prost(string, required, tag = "1")]
                        pub version: ::prost::alloc::string::String,
                        #[prost(bool, required, tag = "2")]
                        pub supports_content_patching: bool,
                        #[prost(bool, required, tag = "3")]
                        pub supports_encrypting: bool,
                        #[prost(message, repeated, tag = "4")]
                        pub titles: ::prost::alloc::vec::Vec<DocumentTitleV2>,
                        #[prost(bool, required, tag = "5")]
                        pub is_actual: bool,
                        #[prost(message, repeated, tag = "6")]
                        pub workflows: ::prost::alloc::vec::Vec<DocumentWorkflowV2>,
                        #[prost(bool, required, tag = "7")]
                        pub supports_predefined_recipient_title: bool,
                        #[prost(bool, required, tag = "8")]
                        pub supports_amendment_request: bool,
                        #[prost(
                            enumeration = "SupportedRejectionType",
                            optional,
                            tag = "9",
                            default = "UnknownSupportedRejectionType"
                        )]
                        pub rejection_type: ::core::option::Option<i32>,
                    }
                    #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct DocumentWorkflowV2 {
                        #[prost(int32, required, tag = "1")]
                        pub id: i32,
                        #[prost(bool, required, tag = "2")]
                        pub is_default: bool,
                    }
                    #[derive(Clone, PartialEq, ::prost::Message)]
                    pub struct GetDocumentTypesResponseV2 {
                        #[prost(message, repeated, tag = "1")]
                        pub document_types: ::prost::alloc::vec::Vec<
                            DocumentTypeDescriptionV2,
                        >,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct SignerInfoV2 {
                        #[prost(int32, required, tag = "1")]
                        pub signer_type: i32,
                        #[prost(int32, required, tag = "2", default = "-1")]
                        pub extended_document_title_type: i32,
                        #[prost(string, optional, tag = "3")]
                        pub signer_user_data_xsd_url: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                    }
                    #[derive(
                        Clone,
                        Copy,
                        Debug,
                        PartialEq,
                        Eq,
                        Hash,
                        PartialOrd,
                        Ord,
                        ::prost::Enumeration
                    )]
                    #[repr(i32)]
                    pub enum SupportedRejectionType {
                        UnknownSupportedRejectionType = -1,
                        None = 0,
                        TypeSpecificRejection = 1,
                        UniversalMessage = 2,
                    }
                    impl SupportedRejectionType {
                        /// String value of the enum field names used in the ProtoBuf definition.
                        ///
                        /// The values are not transformed in any way and thus are considered stable
                        /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                        pub fn as_str_name(&self) -> &'static str {
                            match self {
                                Self::UnknownSupportedRejectionType => {
                                    "UnknownSupportedRejectionType"
                                }
                                Self::None => "None",
                                Self::TypeSpecificRejection => "TypeSpecificRejection",
                                Self::UniversalMessage => "UniversalMessage",
                            }
                        }
                        /// Creates an enum from field names used in the ProtoBuf definition.
                        pub fn from_str_name(
                            value: &str,
                        ) -> ::core::option::Option<Self> {
                            match value {
                                "UnknownSupportedRejectionType" => {
                                    Some(Self::UnknownSupportedRejectionType)
                                }
                                "None" => Some(Self::None),
                                "TypeSpecificRejection" => Some(Self::TypeSpecificRejection),
                                "UniversalMessage" => Some(Self::UniversalMessage),
                                _ => None,
                            }
                        }
                    }
                    #[derive(Clone, PartialEq, ::prost::Message)]
                    pub struct DocumentTypeDescriptionV3 {
                        #[prost(string, required, tag = "1")]
                        pub name: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "2")]
                        pub title: ::prost::alloc::string::String,
                        #[prost(int32, repeated, packed = "false", tag = "3")]
                        pub supported_docflows: ::prost::alloc::vec::Vec<i32>,
                        #[prost(bool, required, tag = "4")]
                        pub requires_fns_registration: bool,
                        #[prost(message, repeated, tag = "9")]
                        pub functions: ::prost::alloc::vec::Vec<DocumentFunctionV2>,
                        #[prost(string, required, tag = "10")]
                        pub universal_messages_start_date: ::prost::alloc::string::String,
                    }
                    #[derive(Clone, PartialEq, ::prost::Message)]
                    pub struct GetDocumentTypesResponseV3 {
                        #[prost(message, repeated, tag = "1")]
                        pub document_types: ::prost::alloc::vec::Vec<
                            DocumentTypeDescriptionV3,
                        >,
                    }
                }
                pub mod unilateral_document {
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct ProformaInvoiceMetadata {
                        #[prost(
                            enumeration = "UnilateralDocumentStatus",
                            optional,
                            tag = "1",
                            default = "UnknownUnilateralDocumentStatus"
                        )]
                        pub document_status: ::core::option::Option<i32>,
                        #[prost(string, required, tag = "2")]
                        pub total: ::prost::alloc::string::String,
                        #[prost(string, optional, tag = "3")]
                        pub vat: ::core::option::Option<::prost::alloc::string::String>,
                        #[prost(string, optional, tag = "4")]
                        pub grounds: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(
                            enumeration = "super::ReceiptStatus",
                            optional,
                            tag = "5",
                            default = "UnknownReceiptStatus"
                        )]
                        pub receipt_status: ::core::option::Option<i32>,
                    }
                    #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct ServiceDetailsMetadata {
                        #[prost(
                            enumeration = "UnilateralDocumentStatus",
                            required,
                            tag = "1",
                            default = "UnknownUnilateralDocumentStatus"
                        )]
                        pub document_status: i32,
                        #[prost(
                            enumeration = "super::ReceiptStatus",
                            required,
                            tag = "2",
                            default = "UnknownReceiptStatus"
                        )]
                        pub receipt_status: i32,
                    }
                    #[derive(
                        Clone,
                        Copy,
                        Debug,
                        PartialEq,
                        Eq,
                        Hash,
                        PartialOrd,
                        Ord,
                        ::prost::Enumeration
                    )]
                    #[repr(i32)]
                    pub enum UnilateralDocumentStatus {
                        UnknownUnilateralDocumentStatus = 0,
                        Outbound = 1,
                        Inbound = 2,
                        Internal = 3,
                        OutboundWaitingForSenderSignature = 4,
                        OutboundInvalidSenderSignature = 5,
                        InternalWaitingForSenderSignature = 6,
                        InternalInvalidSenderSignature = 7,
                    }
                    impl UnilateralDocumentStatus {
                        /// String value of the enum field names used in the ProtoBuf definition.
                        ///
                        /// The values are not transformed in any way and thus are considered stable
                        /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                        pub fn as_str_name(&self) -> &'static str {
                            match self {
                                Self::UnknownUnilateralDocumentStatus => {
                                    "UnknownUnilateralDocumentStatus"
                                }
                                Self::Outbound => "Outbound",
                                Self::Inbound => "Inbound",
                                Self::Internal => "Internal",
                                Self::OutboundWaitingForSenderSignature => {
                                    "OutboundWaitingForSenderSignature"
                                }
                                Self::OutboundInvalidSenderSignature => {
                                    "OutboundInvalidSenderSignature"
                                }
                                Self::InternalWaitingForSenderSignature => {
                                    "InternalWaitingForSenderSignature"
                                }
                                Self::InternalInvalidSenderSignature => {
                                    "InternalInvalidSenderSignature"
                                }
                            }
                        }
                        /// Creates an enum from field names used in the ProtoBuf definition.
                        pub fn from_str_name(
                            value: &str,
                        ) -> ::core::option::Option<Self> {
                            match value {
                                "UnknownUnilateralDocumentStatus" => {
                                    Some(Self::UnknownUnilateralDocumentStatus)
                                }
                                "Outbound" => Some(Self::Outbound),
                                "Inbound" => Some(Self::Inbound),
                                "Internal" => Some(Self::Internal),
                                "OutboundWaitingForSenderSignature" => {
                                    Some(Self::OutboundWaitingForSenderSignature)
                                }
                                "OutboundInvalidSenderSignature" => {
                                    Some(Self::OutboundInvalidSenderSignature)
                                }
                                "InternalWaitingForSenderSignature" => {
                                    Some(Self::InternalWaitingForSenderSignature)
                                }
                                "InternalInvalidSenderSignature" => {
                                    Some(Self::InternalInvalidSenderSignature)
                                }
                                _ => None,
                            }
                        }
                    }
                }
                pub mod universal_transfer_document {
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct UniversalCorrectionDocumentMetadata {
                        #[prost(
                            enumeration = "UniversalTransferDocumentStatus",
                            required,
                            tag = "1"
                        )]
                        pub document_status: i32,
                        #[prost(string, required, tag = "2")]
                        pub total_inc: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "3")]
                        pub total_dec: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "4")]
                        pub vat_inc: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "5")]
                        pub vat_dec: ::prost::alloc::string::String,
                        #[prost(string, optional, tag = "6")]
                        pub grounds: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, required, tag = "7")]
                        pub document_function: ::prost::alloc::string::String,
                        #[prost(int32, required, tag = "8")]
                        pub currency: i32,
                        #[prost(sfixed64, required, tag = "9")]
                        pub confirmation_date_time_ticks: i64,
                        #[prost(int32, required, tag = "10")]
                        pub invoice_amendment_flags: i32,
                        #[prost(string, required, tag = "11")]
                        pub original_invoice_number: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "12")]
                        pub original_invoice_date: ::prost::alloc::string::String,
                        #[prost(string, optional, tag = "13")]
                        pub original_invoice_revision_number: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "14")]
                        pub original_invoice_revision_date: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct UniversalCorrectionDocumentRevisionMetadata {
                        #[prost(
                            enumeration = "UniversalTransferDocumentStatus",
                            required,
                            tag = "1"
                        )]
                        pub document_status: i32,
                        #[prost(string, required, tag = "2")]
                        pub total_inc: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "3")]
                        pub total_dec: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "4")]
                        pub vat_inc: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "5")]
                        pub vat_dec: ::prost::alloc::string::String,
                        #[prost(string, optional, tag = "6")]
                        pub grounds: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, required, tag = "7")]
                        pub document_function: ::prost::alloc::string::String,
                        #[prost(int32, required, tag = "8")]
                        pub currency: i32,
                        #[prost(sfixed64, required, tag = "9")]
                        pub confirmation_date_time_ticks: i64,
                        #[prost(int32, required, tag = "10")]
                        pub invoice_amendment_flags: i32,
                        #[prost(string, required, tag = "11")]
                        pub original_invoice_number: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "12")]
                        pub original_invoice_date: ::prost::alloc::string::String,
                        #[prost(string, optional, tag = "13")]
                        pub original_invoice_revision_number: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "14")]
                        pub original_invoice_revision_date: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, required, tag = "15")]
                        pub original_invoice_correction_number: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "16")]
                        pub original_invoice_correction_date: ::prost::alloc::string::String,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct UniversalTransferDocumentMetadata {
                        #[prost(
                            enumeration = "UniversalTransferDocumentStatus",
                            optional,
                            tag = "1",
                            default = "UnknownDocumentStatus"
                        )]
                        pub document_status: ::core::option::Option<i32>,
                        #[prost(string, required, tag = "2")]
                        pub total: ::prost::alloc::string::String,
                        #[prost(string, optional, tag = "3")]
                        pub vat: ::core::option::Option<::prost::alloc::string::String>,
                        #[prost(string, optional, tag = "4")]
                        pub grounds: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, required, tag = "5")]
                        pub document_function: ::prost::alloc::string::String,
                        #[prost(int32, required, tag = "6")]
                        pub currency: i32,
                        #[prost(sfixed64, optional, tag = "8")]
                        pub confirmation_date_time_ticks: ::core::option::Option<i64>,
                        #[prost(int32, optional, tag = "9")]
                        pub invoice_amendment_flags: ::core::option::Option<i32>,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct UniversalTransferDocumentRevisionMetadata {
                        #[prost(
                            enumeration = "UniversalTransferDocumentStatus",
                            required,
                            tag = "1"
                        )]
                        pub document_status: i32,
                        #[prost(string, required, tag = "2")]
                        pub total: ::prost::alloc::string::String,
                        #[prost(string, optional, tag = "3")]
                        pub vat: ::core::option::Option<::prost::alloc::string::String>,
                        #[prost(string, optional, tag = "4")]
                        pub grounds: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, required, tag = "5")]
                        pub document_function: ::prost::alloc::string::String,
                        #[prost(int32, required, tag = "6")]
                        pub currency: i32,
                        #[prost(sfixed64, optional, tag = "7")]
                        pub confirmation_date_time_ticks: ::core::option::Option<i64>,
                        #[prost(int32, required, tag = "8")]
                        pub invoice_amendment_flags: i32,
                        #[prost(string, required, tag = "9")]
                        pub original_invoice_number: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "10")]
                        pub original_invoice_date: ::prost::alloc::string::String,
                    }
                    #[derive(
                        Clone,
                        Copy,
                        Debug,
                        PartialEq,
                        Eq,
                        Hash,
                        PartialOrd,
                        Ord,
                        ::prost::Enumeration
                    )]
                    #[repr(i32)]
                    pub enum UniversalTransferDocumentStatus {
                        UnknownDocumentStatus = 0,
                        OutboundWaitingForSenderSignature = 1,
                        OutboundWaitingForInvoiceReceiptAndRecipientSignature = 2,
                        OutboundWaitingForInvoiceReceipt = 3,
                        OutboundWaitingForRecipientSignature = 4,
                        OutboundWithRecipientSignature = 5,
                        OutboundRecipientSignatureRequestRejected = 6,
                        OutboundInvalidSenderSignature = 7,
                        OutboundNotFinished = 8,
                        OutboundFinished = 9,
                        InboundWaitingForRecipientSignature = 16,
                        InboundWithRecipientSignature = 17,
                        InboundRecipientSignatureRequestRejected = 18,
                        InboundInvalidRecipientSignature = 19,
                        InboundNotFinished = 20,
                        InboundFinished = 21,
                    }
                    impl UniversalTransferDocumentStatus {
                        /// String value of the enum field names used in the ProtoBuf definition.
                        ///
                        /// The values are not transformed in any way and thus are considered stable
                        /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                        pub fn as_str_name(&self) -> &'static str {
                            match self {
                                Self::UnknownDocumentStatus => "UnknownDocumentStatus",
                                Self::OutboundWaitingForSenderSignature => {
                                    "OutboundWaitingForSenderSignature"
                                }
                                Self::OutboundWaitingForInvoiceReceiptAndRecipientSignature => {
                                    "OutboundWaitingForInvoiceReceiptAndRecipientSignature"
                                }
                                Self::OutboundWaitingForInvoiceReceipt => {
                                    "OutboundWaitingForInvoiceReceipt"
                                }
                                Self::OutboundWaitingForRecipientSignature => {
                                    "OutboundWaitingForRecipientSignature"
                                }
                                Self::OutboundWithRecipientSignature => {
                                    "OutboundWithRecipientSignature"
                                }
                                Self::OutboundRecipientSignatureRequestRejected => {
                                    "OutboundRecipientSignatureRequestRejected"
                                }
                                Self::OutboundInvalidSenderSignature => {
                                    "OutboundInvalidSenderSignature"
                                }
                                Self::OutboundNotFinished => "OutboundNotFinished",
                                Self::OutboundFinished => "OutboundFinished",
                                Self::InboundWaitingForRecipientSignature => {
                                    "InboundWaitingForRecipientSignature"
                                }
                                Self::InboundWithRecipientSignature => {
                                    "InboundWithRecipientSignature"
                                }
                                Self::InboundRecipientSignatureRequestRejected => {
                                    "InboundRecipientSignatureRequestRejected"
                                }
                                Self::InboundInvalidRecipientSignature => {
                                    "InboundInvalidRecipientSignature"
                                }
                                Self::InboundNotFinished => "InboundNotFinished",
                                Self::InboundFinished => "InboundFinished",
                            }
                        }
                        /// Creates an enum from field names used in the ProtoBuf definition.
                        pub fn from_str_name(
                            value: &str,
                        ) -> ::core::option::Option<Self> {
                            match value {
                                "UnknownDocumentStatus" => Some(Self::UnknownDocumentStatus),
                                "OutboundWaitingForSenderSignature" => {
                                    Some(Self::OutboundWaitingForSenderSignature)
                                }
                                "OutboundWaitingForInvoiceReceiptAndRecipientSignature" => {
                                    Some(
                                        Self::OutboundWaitingForInvoiceReceiptAndRecipientSignature,
                                    )
                                }
                                "OutboundWaitingForInvoiceReceipt" => {
                                    Some(Self::OutboundWaitingForInvoiceReceipt)
                                }
                                "OutboundWaitingForRecipientSignature" => {
                                    Some(Self::OutboundWaitingForRecipientSignature)
                                }
                                "OutboundWithRecipientSignature" => {
                                    Some(Self::OutboundWithRecipientSignature)
                                }
                                "OutboundRecipientSignatureRequestRejected" => {
                                    Some(Self::OutboundRecipientSignatureRequestRejected)
                                }
                                "OutboundInvalidSenderSignature" => {
                                    Some(Self::OutboundInvalidSenderSignature)
                                }
                                "OutboundNotFinished" => Some(Self::OutboundNotFinished),
                                "OutboundFinished" => Some(Self::OutboundFinished),
                                "InboundWaitingForRecipientSignature" => {
                                    Some(Self::InboundWaitingForRecipientSignature)
                                }
                                "InboundWithRecipientSignature" => {
                                    Some(Self::InboundWithRecipientSignature)
                                }
                                "InboundRecipientSignatureRequestRejected" => {
                                    Some(Self::InboundRecipientSignatureRequestRejected)
                                }
                                "InboundInvalidRecipientSignature" => {
                                    Some(Self::InboundInvalidRecipientSignature)
                                }
                                "InboundNotFinished" => Some(Self::InboundNotFinished),
                                "InboundFinished" => Some(Self::InboundFinished),
                                _ => None,
                            }
                        }
                    }
                }
            }
            pub mod employees {
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct Employee {
                    #[prost(message, required, tag = "1")]
                    pub user: super::UserV2,
                    #[prost(message, required, tag = "2")]
                    pub permissions: EmployeePermissions,
                    #[prost(string, required, tag = "3")]
                    pub position: ::prost::alloc::string::String,
                    #[prost(bool, required, tag = "4")]
                    pub can_be_invited_for_chat: bool,
                    #[prost(message, optional, tag = "5")]
                    pub creation_timestamp: ::core::option::Option<super::Timestamp>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct EmployeeAction {
                    #[prost(string, required, tag = "1")]
                    pub name: ::prost::alloc::string::String,
                    #[prost(bool, required, tag = "2")]
                    pub is_allowed: bool,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct EmployeePermissions {
                    #[prost(string, required, tag = "1")]
                    pub user_department_id: ::prost::alloc::string::String,
                    #[prost(bool, required, tag = "2")]
                    pub is_administrator: bool,
                    #[prost(
                        enumeration = "super::DocumentAccessLevel",
                        required,
                        tag = "3",
                        default = "UnknownDocumentAccessLevel"
                    )]
                    pub document_access_level: i32,
                    #[prost(string, repeated, tag = "4")]
                    pub selected_department_ids: ::prost::alloc::vec::Vec<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub actions: ::prost::alloc::vec::Vec<EmployeeAction>,
                    #[prost(message, optional, tag = "6")]
                    pub authorization_permission: ::core::option::Option<
                        super::AuthorizationPermission,
                    >,
                }
            }
            pub mod events {
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct PowerOfAttorneyToPost {
                    #[prost(message, optional, tag = "1")]
                    pub full_id: ::core::option::Option<
                        super::powers_of_attorney::PowerOfAttorneyFullId,
                    >,
                    #[prost(bool, required, tag = "2")]
                    pub use_default: bool,
                    #[prost(message, optional, tag = "3")]
                    pub content: ::core::option::Option<
                        super::powers_of_attorney::PowerOfAttorneySignedContent,
                    >,
                    #[prost(bool, optional, tag = "4")]
                    pub send_as_file: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "5")]
                    pub contents: ::prost::alloc::vec::Vec<
                        super::powers_of_attorney::PowerOfAttorneySignedContent,
                    >,
                    #[prost(bool, optional, tag = "6")]
                    pub use_document_content: ::core::option::Option<bool>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct AcceptanceCertificateAttachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, required, tag = "2")]
                    pub file_name: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "4")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, required, tag = "6")]
                    pub document_date: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "7", default = "")]
                    pub document_number: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, required, tag = "8")]
                    pub total: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "9")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "10")]
                    pub vat: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, optional, tag = "11")]
                    pub grounds: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(bool, optional, tag = "12", default = "false")]
                    pub need_receipt: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "13", default = "true")]
                    pub need_recipient_signature: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "14")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct BasicDocumentAttachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, required, tag = "2")]
                    pub file_name: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "4")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, required, tag = "6")]
                    pub document_date: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "7")]
                    pub document_number: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "8")]
                    pub total: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "9")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "10")]
                    pub vat: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, optional, tag = "11")]
                    pub grounds: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(bool, optional, tag = "12", default = "false")]
                    pub need_receipt: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "13")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct ContentToPatch {
                    #[prost(string, required, tag = "1")]
                    pub type_named_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub function: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "3")]
                    pub version: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "4")]
                    pub content: UnsignedContent,
                    #[prost(string, optional, tag = "5")]
                    pub to_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "6")]
                    pub signer: ::core::option::Option<super::invoicing::Signer>,
                    #[prost(message, repeated, tag = "7")]
                    pub extended_signer: ::prost::alloc::vec::Vec<
                        super::invoicing::signers::ExtendedSigner,
                    >,
                    #[prost(bytes = "bytes", optional, tag = "8")]
                    pub signer_content: ::core::option::Option<::prost::bytes::Bytes>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct ContractAttachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, required, tag = "2")]
                    pub file_name: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "4")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, optional, tag = "6")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, required, tag = "7")]
                    pub document_date: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "8")]
                    pub document_number: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "9")]
                    pub contract_price: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "10")]
                    pub contract_type: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "11", default = "false")]
                    pub need_receipt: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "12")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct CorrectionRequestAttachment {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "2")]
                    pub signed_content: SignedContent,
                    #[prost(string, repeated, tag = "4")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct CustomDataPatch {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(
                        enumeration = "CustomDataPatchOperation",
                        required,
                        tag = "2"
                    )]
                    pub operation: i32,
                    #[prost(string, required, tag = "3")]
                    pub key: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "4")]
                    pub value: ::core::option::Option<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DocumentAttachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(bool, optional, tag = "4", default = "false")]
                    pub need_recipient_signature: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "5")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "6")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, optional, tag = "9")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "10", default = "false")]
                    pub need_receipt: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "11")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                    #[prost(string, required, tag = "12")]
                    pub type_named_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "13")]
                    pub function: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, optional, tag = "14")]
                    pub version: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "15")]
                    pub metadata: ::prost::alloc::vec::Vec<MetadataItem>,
                    #[prost(int32, optional, tag = "16")]
                    pub workflow_id: ::core::option::Option<i32>,
                    #[prost(bool, optional, tag = "17", default = "false")]
                    pub is_encrypted: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "18")]
                    pub editing_setting_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct DocumentPatchedContent {
                    #[prost(message, required, tag = "1")]
                    pub document_id: super::DocumentId,
                    #[prost(string, required, tag = "2")]
                    pub patched_content_id: ::prost::alloc::string::String,
                    #[prost(bytes = "bytes", optional, tag = "3")]
                    pub content: ::core::option::Option<::prost::bytes::Bytes>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DocumentSenderSignature {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(bytes = "bytes", optional, tag = "2")]
                    pub signature: ::core::option::Option<::prost::bytes::Bytes>,
                    #[prost(bool, optional, tag = "4", default = "false")]
                    pub sign_with_test_signature: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "5")]
                    pub patched_content_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "6")]
                    pub power_of_attorney: ::core::option::Option<PowerOfAttorneyToPost>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DocumentSignature {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(bytes = "bytes", optional, tag = "2")]
                    pub signature: ::core::option::Option<::prost::bytes::Bytes>,
                    #[prost(bool, optional, tag = "4", default = "false")]
                    pub sign_with_test_signature: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "5", default = "false")]
                    pub is_approvement_signature: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "6")]
                    pub signature_name_on_shelf: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "7")]
                    pub patched_content_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, repeated, tag = "8")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                    #[prost(message, optional, tag = "9")]
                    pub power_of_attorney: ::core::option::Option<PowerOfAttorneyToPost>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DocumentToPatch {
                    #[prost(message, required, tag = "1")]
                    pub document_id: super::DocumentId,
                    #[prost(message, optional, tag = "2")]
                    pub signer: ::core::option::Option<super::invoicing::Signer>,
                    #[prost(message, repeated, tag = "3")]
                    pub extended_signer: ::prost::alloc::vec::Vec<
                        super::invoicing::signers::ExtendedSigner,
                    >,
                    #[prost(bytes = "bytes", optional, tag = "4")]
                    pub signer_content: ::core::option::Option<::prost::bytes::Bytes>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DraftDocumentToPatch {
                    #[prost(message, required, tag = "1")]
                    pub document_id: super::DocumentId,
                    #[prost(string, optional, tag = "2")]
                    pub to_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "3")]
                    pub signer: ::core::option::Option<super::invoicing::Signer>,
                    #[prost(message, repeated, tag = "4")]
                    pub extended_signer: ::prost::alloc::vec::Vec<
                        super::invoicing::signers::ExtendedSigner,
                    >,
                    #[prost(bytes = "bytes", optional, tag = "5")]
                    pub signer_content: ::core::option::Option<::prost::bytes::Bytes>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct DraftToSend {
                    #[prost(string, required, tag = "1")]
                    pub box_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub draft_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub to_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "4")]
                    pub to_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub document_signatures: ::prost::alloc::vec::Vec<
                        DocumentSenderSignature,
                    >,
                    #[prost(string, optional, tag = "6")]
                    pub proxy_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "7")]
                    pub proxy_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct EditDocumentPacketCommand {
                    #[prost(string, required, tag = "1")]
                    pub document_id: ::prost::alloc::string::String,
                    #[prost(message, repeated, tag = "2")]
                    pub add_documents_to_packet: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "3")]
                    pub remove_documents_from_packet: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct EditingPatch {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "2")]
                    pub content: UnsignedContent,
                    #[prost(string, repeated, tag = "3")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct EncryptedDocumentMetadata {
                    #[prost(string, required, tag = "1")]
                    pub file_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub buyer_fns_participant_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "3")]
                    pub sender_fns_participant_id: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "4")]
                    pub document_date_and_number: super::docflow::DocumentDateAndNumber,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct EncryptedInvoiceAttachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "4")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, optional, tag = "6")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, repeated, tag = "7")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                    #[prost(message, required, tag = "8")]
                    pub metadata: EncryptedDocumentMetadata,
                    #[prost(message, optional, tag = "9")]
                    pub invoice_metadata: ::core::option::Option<
                        EncryptedInvoiceMetadata,
                    >,
                    #[prost(message, optional, tag = "10")]
                    pub invoice_correction_metadata: ::core::option::Option<
                        EncryptedInvoiceCorrectionMetadata,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct EncryptedInvoiceCorrectionMetadata {
                    #[prost(message, required, tag = "1")]
                    pub original_invoice_date_and_number: super::docflow::DocumentDateAndNumber,
                    #[prost(message, optional, tag = "2")]
                    pub original_invoice_revision_date_and_number: ::core::option::Option<
                        super::docflow::DocumentDateAndNumber,
                    >,
                    #[prost(message, optional, tag = "3")]
                    pub invoice_correction_revision_date_and_number: ::core::option::Option<
                        super::docflow::DocumentDateAndNumber,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct EncryptedInvoiceMetadata {
                    #[prost(message, optional, tag = "1")]
                    pub revision_date_and_number: ::core::option::Option<
                        super::docflow::DocumentDateAndNumber,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct EncryptedXmlBasicDocumentMetadata {
                    #[prost(string, required, tag = "1")]
                    pub formation_date: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub formation_time: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub document_name: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct EncryptedXmlDocumentAttachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "4")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, optional, tag = "6")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, repeated, tag = "7")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                    #[prost(message, required, tag = "8")]
                    pub metadata: EncryptedDocumentMetadata,
                    #[prost(message, required, tag = "9")]
                    pub xml_basic_metadata: EncryptedXmlBasicDocumentMetadata,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct MessagePatchToPost {
                    #[prost(string, required, tag = "1")]
                    pub box_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub message_id: ::prost::alloc::string::String,
                    #[prost(message, repeated, tag = "3")]
                    pub receipts: ::prost::alloc::vec::Vec<ReceiptAttachment>,
                    #[prost(message, repeated, tag = "4")]
                    pub correction_requests: ::prost::alloc::vec::Vec<
                        CorrectionRequestAttachment,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub signatures: ::prost::alloc::vec::Vec<DocumentSignature>,
                    #[prost(message, repeated, tag = "6")]
                    pub requested_signature_rejections: ::prost::alloc::vec::Vec<
                        RequestedSignatureRejection,
                    >,
                    #[prost(message, repeated, tag = "7")]
                    pub xml_torg12_buyer_titles: ::prost::alloc::vec::Vec<
                        RecipientTitleAttachment,
                    >,
                    #[prost(message, repeated, tag = "8")]
                    pub xml_acceptance_certificate_buyer_titles: ::prost::alloc::vec::Vec<
                        RecipientTitleAttachment,
                    >,
                    #[prost(message, repeated, tag = "9")]
                    pub resolutions: ::prost::alloc::vec::Vec<ResolutionAttachment>,
                    #[prost(message, repeated, tag = "10")]
                    pub resolution_requests: ::prost::alloc::vec::Vec<
                        ResolutionRequestAttachment,
                    >,
                    #[prost(message, repeated, tag = "11")]
                    pub resolution_request_cancellations: ::prost::alloc::vec::Vec<
                        ResolutionRequestCancellationAttachment,
                    >,
                    #[prost(message, repeated, tag = "12")]
                    pub resolution_request_denials: ::prost::alloc::vec::Vec<
                        ResolutionRequestDenialAttachment,
                    >,
                    #[prost(message, repeated, tag = "13")]
                    pub resolution_request_denial_cancellations: ::prost::alloc::vec::Vec<
                        ResolutionRequestDenialCancellationAttachment,
                    >,
                    #[prost(message, repeated, tag = "14")]
                    pub revocation_requests: ::prost::alloc::vec::Vec<
                        RevocationRequestAttachment,
                    >,
                    #[prost(message, repeated, tag = "15")]
                    pub xml_signature_rejections: ::prost::alloc::vec::Vec<
                        XmlSignatureRejectionAttachment,
                    >,
                    #[prost(message, repeated, tag = "16")]
                    pub custom_data_patches: ::prost::alloc::vec::Vec<CustomDataPatch>,
                    #[prost(message, repeated, tag = "17")]
                    pub resolution_route_assignments: ::prost::alloc::vec::Vec<
                        ResolutionRouteAssignment,
                    >,
                    #[prost(message, repeated, tag = "18")]
                    pub signature_verifications: ::prost::alloc::vec::Vec<
                        SignatureVerification,
                    >,
                    #[prost(message, repeated, tag = "19")]
                    pub edit_document_packet_commands: ::prost::alloc::vec::Vec<
                        EditDocumentPacketCommand,
                    >,
                    #[prost(message, repeated, tag = "20")]
                    pub universal_transfer_document_buyer_titles: ::prost::alloc::vec::Vec<
                        RecipientTitleAttachment,
                    >,
                    #[prost(message, repeated, tag = "21")]
                    pub resolution_route_removals: ::prost::alloc::vec::Vec<
                        ResolutionRouteRemoval,
                    >,
                    #[prost(message, repeated, tag = "22")]
                    pub recipient_titles: ::prost::alloc::vec::Vec<
                        RecipientTitleAttachment,
                    >,
                    #[prost(message, repeated, tag = "24")]
                    pub editing_patches: ::prost::alloc::vec::Vec<EditingPatch>,
                    #[prost(message, repeated, tag = "25")]
                    pub tt_gis_fixation_cancellation_requests: ::prost::alloc::vec::Vec<
                        TtGisFixationCancellationRequestAttachment,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct MessagePatchToPostV2 {
                    #[prost(string, required, tag = "1")]
                    pub box_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub message_id: ::prost::alloc::string::String,
                    #[prost(message, repeated, tag = "3")]
                    pub receipts: ::prost::alloc::vec::Vec<ReceiptAttachment>,
                    #[prost(message, repeated, tag = "4")]
                    pub correction_requests: ::prost::alloc::vec::Vec<
                        CorrectionRequestAttachment,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub signatures: ::prost::alloc::vec::Vec<DocumentSignature>,
                    #[prost(message, repeated, tag = "6")]
                    pub resolutions: ::prost::alloc::vec::Vec<ResolutionAttachment>,
                    #[prost(message, repeated, tag = "7")]
                    pub resolution_requests: ::prost::alloc::vec::Vec<
                        ResolutionRequestAttachment,
                    >,
                    #[prost(message, repeated, tag = "8")]
                    pub resolution_request_cancellations: ::prost::alloc::vec::Vec<
                        ResolutionRequestCancellationAttachment,
                    >,
                    #[prost(message, repeated, tag = "9")]
                    pub resolution_request_denials: ::prost::alloc::vec::Vec<
                        ResolutionRequestDenialAttachment,
                    >,
                    #[prost(message, repeated, tag = "10")]
                    pub resolution_request_denial_cancellations: ::prost::alloc::vec::Vec<
                        ResolutionRequestDenialCancellationAttachment,
                    >,
                    #[prost(message, repeated, tag = "11")]
                    pub revocation_requests: ::prost::alloc::vec::Vec<
                        RevocationRequestAttachment,
                    >,
                    #[prost(message, repeated, tag = "12")]
                    pub xml_signature_rejections: ::prost::alloc::vec::Vec<
                        XmlSignatureRejectionAttachment,
                    >,
                    #[prost(message, repeated, tag = "13")]
                    pub custom_data_patches: ::prost::alloc::vec::Vec<CustomDataPatch>,
                    #[prost(message, repeated, tag = "14")]
                    pub resolution_route_assignments: ::prost::alloc::vec::Vec<
                        ResolutionRouteAssignment,
                    >,
                    #[prost(message, repeated, tag = "15")]
                    pub signature_verifications: ::prost::alloc::vec::Vec<
                        SignatureVerification,
                    >,
                    #[prost(message, repeated, tag = "16")]
                    pub edit_document_packet_commands: ::prost::alloc::vec::Vec<
                        EditDocumentPacketCommand,
                    >,
                    #[prost(message, repeated, tag = "17")]
                    pub resolution_route_removals: ::prost::alloc::vec::Vec<
                        ResolutionRouteRemoval,
                    >,
                    #[prost(message, repeated, tag = "18")]
                    pub recipient_titles: ::prost::alloc::vec::Vec<
                        RecipientTitleAttachment,
                    >,
                    #[prost(message, repeated, tag = "19")]
                    pub editing_patches: ::prost::alloc::vec::Vec<EditingPatch>,
                    #[prost(message, repeated, tag = "20")]
                    pub universal_messages: ::prost::alloc::vec::Vec<
                        UniversalMessageAttachment,
                    >,
                    #[prost(message, repeated, tag = "21")]
                    pub tt_gis_fixation_cancellation_requests: ::prost::alloc::vec::Vec<
                        TtGisFixationCancellationRequestAttachment,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct MessageToPost {
                    #[prost(string, required, tag = "1")]
                    pub from_box_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "2")]
                    pub to_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, repeated, tag = "3")]
                    pub invoices: ::prost::alloc::vec::Vec<XmlDocumentAttachment>,
                    #[prost(message, repeated, tag = "4")]
                    pub nonformalized_documents: ::prost::alloc::vec::Vec<
                        NonformalizedAttachment,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub torg12_documents: ::prost::alloc::vec::Vec<
                        BasicDocumentAttachment,
                    >,
                    #[prost(message, repeated, tag = "7")]
                    pub acceptance_certificates: ::prost::alloc::vec::Vec<
                        AcceptanceCertificateAttachment,
                    >,
                    #[prost(message, repeated, tag = "8")]
                    pub structured_data_attachments: ::prost::alloc::vec::Vec<
                        StructuredDataAttachment,
                    >,
                    #[prost(message, repeated, tag = "9")]
                    pub proforma_invoices: ::prost::alloc::vec::Vec<
                        BasicDocumentAttachment,
                    >,
                    #[prost(message, repeated, tag = "10")]
                    pub xml_torg12_seller_titles: ::prost::alloc::vec::Vec<
                        XmlDocumentAttachment,
                    >,
                    #[prost(message, repeated, tag = "11")]
                    pub xml_acceptance_certificate_seller_titles: ::prost::alloc::vec::Vec<
                        XmlDocumentAttachment,
                    >,
                    #[prost(string, optional, tag = "12")]
                    pub to_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "13", default = "false")]
                    pub is_draft: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "14", default = "false")]
                    pub lock_draft: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "15", default = "true")]
                    pub strict_draft_validation: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "16", default = "false")]
                    pub is_internal: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "17")]
                    pub from_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "18", default = "false")]
                    pub delay_send: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "19")]
                    pub price_lists: ::prost::alloc::vec::Vec<PriceListAttachment>,
                    #[prost(message, repeated, tag = "20")]
                    pub price_list_agreements: ::prost::alloc::vec::Vec<
                        NonformalizedAttachment,
                    >,
                    #[prost(message, repeated, tag = "21")]
                    pub certificate_registries: ::prost::alloc::vec::Vec<
                        NonformalizedAttachment,
                    >,
                    #[prost(message, repeated, tag = "22")]
                    pub reconciliation_acts: ::prost::alloc::vec::Vec<
                        ReconciliationActAttachment,
                    >,
                    #[prost(message, repeated, tag = "23")]
                    pub contracts: ::prost::alloc::vec::Vec<ContractAttachment>,
                    #[prost(message, repeated, tag = "24")]
                    pub torg13_documents: ::prost::alloc::vec::Vec<Torg13Attachment>,
                    #[prost(message, repeated, tag = "25")]
                    pub service_details_documents: ::prost::alloc::vec::Vec<
                        ServiceDetailsAttachment,
                    >,
                    #[prost(string, optional, tag = "26")]
                    pub proxy_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "27")]
                    pub proxy_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, repeated, tag = "28")]
                    pub encrypted_invoices: ::prost::alloc::vec::Vec<
                        EncryptedInvoiceAttachment,
                    >,
                    #[prost(message, repeated, tag = "29")]
                    pub encrypted_xml_torg12_seller_titles: ::prost::alloc::vec::Vec<
                        EncryptedXmlDocumentAttachment,
                    >,
                    #[prost(message, repeated, tag = "30")]
                    pub encrypted_xml_acceptance_certificate_seller_titles: ::prost::alloc::vec::Vec<
                        EncryptedXmlDocumentAttachment,
                    >,
                    #[prost(message, repeated, tag = "31")]
                    pub supplementary_agreements: ::prost::alloc::vec::Vec<
                        SupplementaryAgreementAttachment,
                    >,
                    #[prost(bool, optional, tag = "32", default = "false")]
                    pub lock_packet: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "33")]
                    pub universal_transfer_document_seller_titles: ::prost::alloc::vec::Vec<
                        XmlDocumentAttachment,
                    >,
                    #[prost(message, repeated, tag = "34")]
                    pub document_attachments: ::prost::alloc::vec::Vec<
                        DocumentAttachment,
                    >,
                    #[prost(
                        enumeration = "super::LockMode",
                        optional,
                        tag = "35",
                        default = "None"
                    )]
                    pub lock_mode: ::core::option::Option<i32>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct MetadataItem {
                    #[prost(string, required, tag = "1")]
                    pub key: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub value: ::prost::alloc::string::String,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct NonformalizedAttachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, required, tag = "2")]
                    pub file_name: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(bool, optional, tag = "4", default = "false")]
                    pub need_recipient_signature: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "5")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "6")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, optional, tag = "7")]
                    pub document_date: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "8")]
                    pub document_number: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "9")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "10", default = "false")]
                    pub need_receipt: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "11")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct PrepareDocumentsToSignRequest {
                    #[prost(string, required, tag = "1")]
                    pub box_id: ::prost::alloc::string::String,
                    #[prost(message, repeated, tag = "2")]
                    pub draft_documents: ::prost::alloc::vec::Vec<DraftDocumentToPatch>,
                    #[prost(message, repeated, tag = "3")]
                    pub documents: ::prost::alloc::vec::Vec<DocumentToPatch>,
                    #[prost(message, repeated, tag = "4")]
                    pub contents: ::prost::alloc::vec::Vec<ContentToPatch>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct PrepareDocumentsToSignResponse {
                    #[prost(message, repeated, tag = "1")]
                    pub document_patched_contents: ::prost::alloc::vec::Vec<
                        DocumentPatchedContent,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct PriceListAttachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, required, tag = "2")]
                    pub file_name: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "4")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, optional, tag = "6")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, required, tag = "7")]
                    pub document_date: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "8")]
                    pub document_number: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "9")]
                    pub price_list_effective_date: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "10")]
                    pub contract_document_date: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "11")]
                    pub contract_document_number: ::prost::alloc::string::String,
                    #[prost(bool, optional, tag = "12", default = "false")]
                    pub need_receipt: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "13")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct ReceiptAttachment {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "2")]
                    pub signed_content: SignedContent,
                    #[prost(string, repeated, tag = "4")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct RecipientTitleAttachment {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "2")]
                    pub signed_content: SignedContent,
                    #[prost(string, repeated, tag = "4")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                    #[prost(bool, required, tag = "5", default = "false")]
                    pub need_receipt: bool,
                    #[prost(int32, optional, tag = "6")]
                    pub title_index: ::core::option::Option<i32>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct ReconciliationActAttachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, required, tag = "2")]
                    pub file_name: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "5")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "6")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, required, tag = "7")]
                    pub document_date: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "8", default = "")]
                    pub document_number: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "9")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "10", default = "false")]
                    pub need_receipt: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "11")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct RequestedSignatureRejection {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "2")]
                    pub signed_content: SignedContent,
                    #[prost(string, repeated, tag = "3")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionAttachment {
                    #[prost(string, required, tag = "1")]
                    pub initial_document_id: ::prost::alloc::string::String,
                    #[prost(enumeration = "super::ResolutionType", required, tag = "2")]
                    pub resolution_type: i32,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, repeated, tag = "4")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionRequestAttachment {
                    #[prost(string, required, tag = "1")]
                    pub initial_document_id: ::prost::alloc::string::String,
                    #[prost(
                        enumeration = "super::ResolutionRequestType",
                        required,
                        tag = "2"
                    )]
                    pub r#type: i32,
                    #[prost(string, optional, tag = "3")]
                    pub target_user_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "4")]
                    pub target_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "5")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, repeated, tag = "6")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionRequestCancellationAttachment {
                    #[prost(string, required, tag = "1")]
                    pub initial_resolution_request_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "2")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, repeated, tag = "3")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionRequestDenialAttachment {
                    #[prost(string, required, tag = "1")]
                    pub initial_resolution_request_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "2")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, repeated, tag = "3")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionRequestDenialCancellationAttachment {
                    #[prost(string, required, tag = "1")]
                    pub initial_resolution_request_denial_id: ::prost::alloc::string::String,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionRouteAssignment {
                    #[prost(string, required, tag = "1")]
                    pub initial_document_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub route_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, repeated, tag = "4")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionRouteRemoval {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub route_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3", default = "")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, repeated, tag = "4")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct RevocationRequestAttachment {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "2")]
                    pub signed_content: SignedContent,
                    #[prost(string, repeated, tag = "3")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct ServiceDetailsAttachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, required, tag = "2")]
                    pub file_name: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "5")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "6")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, optional, tag = "7")]
                    pub document_date: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "8")]
                    pub document_number: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "9")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "10", default = "false")]
                    pub need_receipt: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "11")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct SignatureVerification {
                    #[prost(string, required, tag = "1")]
                    pub initial_document_id: ::prost::alloc::string::String,
                    #[prost(bool, required, tag = "2")]
                    pub is_valid: bool,
                    #[prost(string, optional, tag = "3")]
                    pub error_message: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, repeated, tag = "4")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct SignedContent {
                    #[prost(bytes = "bytes", optional, tag = "1")]
                    pub content: ::core::option::Option<::prost::bytes::Bytes>,
                    #[prost(bytes = "bytes", optional, tag = "2")]
                    pub signature: ::core::option::Option<::prost::bytes::Bytes>,
                    #[prost(string, optional, tag = "4")]
                    pub name_on_shelf: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "5", default = "false")]
                    pub sign_with_test_signature: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "6")]
                    pub signature_name_on_shelf: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "7")]
                    pub power_of_attorney: ::core::option::Option<PowerOfAttorneyToPost>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct StructuredDataAttachment {
                    #[prost(bytes = "bytes", required, tag = "1")]
                    pub content: ::prost::bytes::Bytes,
                    #[prost(string, required, tag = "2")]
                    pub file_name: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "3")]
                    pub parent_custom_document_id: ::prost::alloc::string::String,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct SupplementaryAgreementAttachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, required, tag = "2")]
                    pub file_name: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "4")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, optional, tag = "6")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, required, tag = "7")]
                    pub document_date: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "8")]
                    pub document_number: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "9")]
                    pub total: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, required, tag = "10")]
                    pub contract_number: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "11")]
                    pub contract_date: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "12")]
                    pub contract_type: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "13", default = "false")]
                    pub need_receipt: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "14")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct Torg13Attachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, required, tag = "2")]
                    pub file_name: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "4")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, required, tag = "6")]
                    pub document_date: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "7")]
                    pub document_number: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "8")]
                    pub total: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "9")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "11")]
                    pub grounds: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(bool, optional, tag = "12", default = "false")]
                    pub need_receipt: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "13")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct TtGisFixationCancellationRequestAttachment {
                    #[prost(string, required, tag = "1")]
                    pub document_id: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "2")]
                    pub signed_content: SignedContent,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct UniversalMessageAttachment {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(
                        enumeration = "super::UniversalMessageCodeGroup",
                        optional,
                        tag = "2",
                        default = "UnknownUniversalMessageCodeGroup"
                    )]
                    pub code_group: ::core::option::Option<i32>,
                    #[prost(message, required, tag = "3")]
                    pub universal_message_content: UnsignedContent,
                    #[prost(string, repeated, tag = "4")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                    #[prost(
                        enumeration = "super::UniversalMessageBehaviour",
                        optional,
                        tag = "5",
                        default = "Undefined"
                    )]
                    pub behaviour: ::core::option::Option<i32>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct UnsignedContent {
                    #[prost(bytes = "bytes", optional, tag = "1")]
                    pub content: ::core::option::Option<::prost::bytes::Bytes>,
                    #[prost(string, optional, tag = "2")]
                    pub name_on_shelf: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct XmlDocumentAttachment {
                    #[prost(message, required, tag = "1")]
                    pub signed_content: SignedContent,
                    #[prost(string, optional, tag = "3")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "4")]
                    pub initial_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub subordinate_document_ids: ::prost::alloc::vec::Vec<
                        super::DocumentId,
                    >,
                    #[prost(string, optional, tag = "6")]
                    pub custom_document_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "7", default = "false")]
                    pub need_receipt: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "8")]
                    pub custom_data: ::prost::alloc::vec::Vec<super::CustomDataItem>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct XmlSignatureRejectionAttachment {
                    #[prost(string, required, tag = "1")]
                    pub parent_entity_id: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "2")]
                    pub signed_content: SignedContent,
                    #[prost(string, repeated, tag = "3")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum CustomDataPatchOperation {
                    Set = 0,
                    Remove = 1,
                }
                impl CustomDataPatchOperation {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::Set => "Set",
                            Self::Remove => "Remove",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "Set" => Some(Self::Set),
                            "Remove" => Some(Self::Remove),
                            _ => None,
                        }
                    }
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct CancellationInfo {
                    #[prost(string, required, tag = "1")]
                    pub author: ::prost::alloc::string::String,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct PowerOfAttorneyInfo {
                    #[prost(message, required, tag = "1")]
                    pub full_id: super::powers_of_attorney::PowerOfAttorneyFullId,
                    #[prost(message, optional, tag = "2")]
                    pub status: ::core::option::Option<
                        super::powers_of_attorney::PowerOfAttorneyValidationStatus,
                    >,
                    #[prost(message, optional, tag = "3")]
                    pub roaming_sending_status: ::core::option::Option<
                        super::RoamingSendingStatus,
                    >,
                    #[prost(
                        enumeration = "super::powers_of_attorney::PowerOfAttorneySendingType",
                        optional,
                        tag = "4",
                        default = "Unknown"
                    )]
                    pub sending_type: ::core::option::Option<i32>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionInfo {
                    #[prost(
                        enumeration = "super::ResolutionType",
                        optional,
                        tag = "1",
                        default = "UnknownResolutionType"
                    )]
                    pub resolution_type: ::core::option::Option<i32>,
                    #[prost(string, required, tag = "2")]
                    pub author: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub initial_request_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionRequestDenialInfo {
                    #[prost(string, required, tag = "1")]
                    pub author: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "2")]
                    pub initial_request_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionRequestInfo {
                    #[prost(
                        enumeration = "super::ResolutionRequestType",
                        optional,
                        tag = "1",
                        default = "UnknownResolutionRequestType"
                    )]
                    pub request_type: ::core::option::Option<i32>,
                    #[prost(string, required, tag = "2")]
                    pub author: ::prost::alloc::string::String,
                    #[prost(message, optional, tag = "3")]
                    pub target: ::core::option::Option<super::ResolutionTarget>,
                    #[prost(string, optional, tag = "4")]
                    pub resolved_with: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(
                        enumeration = "super::ResolutionAction",
                        repeated,
                        packed = "false",
                        tag = "5"
                    )]
                    pub actions: ::prost::alloc::vec::Vec<i32>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionRouteAssignmentInfo {
                    #[prost(string, required, tag = "1")]
                    pub route_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub author: ::prost::alloc::string::String,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ResolutionRouteRemovalInfo {
                    #[prost(string, required, tag = "1")]
                    pub route_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub author: ::prost::alloc::string::String,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct RevocationRequestInfo {
                    #[prost(string, required, tag = "1")]
                    pub initiator_box_id: ::prost::alloc::string::String,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct BoxEvent {
                    #[prost(string, required, tag = "1")]
                    pub event_id: ::prost::alloc::string::String,
                    #[prost(message, optional, tag = "2")]
                    pub message: ::core::option::Option<Message>,
                    #[prost(message, optional, tag = "3")]
                    pub patch: ::core::option::Option<MessagePatch>,
                    #[prost(string, optional, tag = "4")]
                    pub index_key: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct BoxEventList {
                    #[prost(message, repeated, tag = "1")]
                    pub events: ::prost::alloc::vec::Vec<BoxEvent>,
                    #[prost(int32, optional, tag = "2")]
                    pub total_count: ::core::option::Option<i32>,
                    #[prost(enumeration = "super::TotalCountType", required, tag = "3")]
                    pub total_count_type: i32,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct Entity {
                    #[prost(
                        enumeration = "EntityType",
                        optional,
                        tag = "1",
                        default = "UnknownEntityType"
                    )]
                    pub entity_type: ::core::option::Option<i32>,
                    #[prost(string, required, tag = "2")]
                    pub entity_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub parent_entity_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "4")]
                    pub content: ::core::option::Option<super::Content>,
                    #[prost(
                        enumeration = "AttachmentType",
                        optional,
                        tag = "5",
                        default = "UnknownAttachmentType"
                    )]
                    pub attachment_type: ::core::option::Option<i32>,
                    #[prost(string, optional, tag = "6")]
                    pub file_name: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "7", default = "false")]
                    pub need_recipient_signature: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "8")]
                    pub signer_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "10")]
                    pub not_delivered_event_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "11")]
                    pub document_info: ::core::option::Option<
                        super::documents::Document,
                    >,
                    #[prost(sfixed64, optional, tag = "12", default = "0")]
                    pub raw_creation_date: ::core::option::Option<i64>,
                    #[prost(message, optional, tag = "13")]
                    pub resolution_info: ::core::option::Option<ResolutionInfo>,
                    #[prost(string, optional, tag = "14")]
                    pub signer_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "15")]
                    pub resolution_request_info: ::core::option::Option<
                        ResolutionRequestInfo,
                    >,
                    #[prost(message, optional, tag = "16")]
                    pub resolution_request_denial_info: ::core::option::Option<
                        ResolutionRequestDenialInfo,
                    >,
                    #[prost(bool, optional, tag = "17", default = "false")]
                    pub need_receipt: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "18")]
                    pub packet_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "19", default = "false")]
                    pub is_approvement_signature: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "20", default = "false")]
                    pub is_encrypted_content: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "21")]
                    pub attachment_version: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "22")]
                    pub resolution_route_assignment_info: ::core::option::Option<
                        ResolutionRouteAssignmentInfo,
                    >,
                    #[prost(message, optional, tag = "23")]
                    pub resolution_route_removal_info: ::core::option::Option<
                        ResolutionRouteRemovalInfo,
                    >,
                    #[prost(message, optional, tag = "24")]
                    pub cancellation_info: ::core::option::Option<CancellationInfo>,
                    #[prost(string, repeated, tag = "25")]
                    pub labels: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
                    #[prost(string, optional, tag = "26")]
                    pub version: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, optional, tag = "27")]
                    pub template_transformation_info: ::core::option::Option<
                        TemplateTransformationInfo,
                    >,
                    #[prost(message, optional, tag = "28")]
                    pub template_refusal_info: ::core::option::Option<
                        TemplateRefusalInfo,
                    >,
                    #[prost(message, optional, tag = "29")]
                    pub outer_docflow: ::core::option::Option<
                        super::outer_docflows::OuterDocflowInfo,
                    >,
                    #[prost(message, optional, tag = "30")]
                    pub revocation_request_info: ::core::option::Option<
                        RevocationRequestInfo,
                    >,
                    #[prost(string, optional, tag = "31")]
                    pub content_type_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "32")]
                    pub power_of_attorney_info: ::core::option::Option<
                        PowerOfAttorneyInfo,
                    >,
                    #[prost(string, optional, tag = "33")]
                    pub author_user_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, optional, tag = "34")]
                    pub move_document_info: ::core::option::Option<MoveDocumentInfo>,
                    #[prost(message, optional, tag = "35")]
                    pub power_of_attorney_attachment_status: ::core::option::Option<
                        super::docflow::PowerOfAttorneyAttachmentStatus,
                    >,
                    #[prost(message, optional, tag = "36")]
                    pub universal_message_info: ::core::option::Option<
                        super::UniversalMessageInfo,
                    >,
                    #[prost(message, optional, tag = "37")]
                    pub template_transformation_change_info: ::core::option::Option<
                        TemplateTransformationChangeInfo,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct EntityPatch {
                    #[prost(string, required, tag = "1")]
                    pub entity_id: ::prost::alloc::string::String,
                    #[prost(bool, optional, tag = "2", default = "false")]
                    pub document_is_deleted: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "3")]
                    pub moved_to_department: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "4", default = "false")]
                    pub document_is_restored: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "5", default = "false")]
                    pub content_is_patched: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "6")]
                    pub forwarded_to_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct Message {
                    #[prost(string, required, tag = "1")]
                    pub message_id: ::prost::alloc::string::String,
                    #[prost(sfixed64, required, tag = "2")]
                    pub timestamp_ticks: i64,
                    #[prost(sfixed64, required, tag = "3")]
                    pub last_patch_timestamp_ticks: i64,
                    #[prost(string, required, tag = "4")]
                    pub from_box_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "5")]
                    pub from_title: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "6")]
                    pub to_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "7")]
                    pub to_title: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, repeated, tag = "8")]
                    pub entities: ::prost::alloc::vec::Vec<Entity>,
                    #[prost(bool, optional, tag = "9", default = "false")]
                    pub is_draft: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "10", default = "false")]
                    pub draft_is_locked: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "11", default = "false")]
                    pub draft_is_recycled: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "12")]
                    pub created_from_draft_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, repeated, tag = "13")]
                    pub draft_is_transformed_to_message_id_list: ::prost::alloc::vec::Vec<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "14", default = "false")]
                    pub is_deleted: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "15", default = "false")]
                    pub is_test: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "16", default = "false")]
                    pub is_internal: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "17", default = "false")]
                    pub is_proxified: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "18")]
                    pub proxy_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "19")]
                    pub proxy_title: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "20", default = "false")]
                    pub packet_is_locked: ::core::option::Option<bool>,
                    #[prost(
                        enumeration = "super::LockMode",
                        required,
                        tag = "21",
                        default = "None"
                    )]
                    pub lock_mode: i32,
                    #[prost(
                        enumeration = "super::documents::MessageType",
                        required,
                        tag = "22"
                    )]
                    pub message_type: i32,
                    #[prost(message, optional, tag = "23")]
                    pub template_to_letter_transformation_info: ::core::option::Option<
                        TemplateToLetterTransformationInfo,
                    >,
                    #[prost(bool, optional, tag = "24", default = "false")]
                    pub is_reusable: ::core::option::Option<bool>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct MessagePatch {
                    #[prost(string, required, tag = "1")]
                    pub message_id: ::prost::alloc::string::String,
                    #[prost(sfixed64, required, tag = "2")]
                    pub timestamp_ticks: i64,
                    #[prost(message, repeated, tag = "3")]
                    pub entities: ::prost::alloc::vec::Vec<Entity>,
                    #[prost(bool, optional, tag = "4", default = "false")]
                    pub for_draft: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "5", default = "false")]
                    pub draft_is_recycled: ::core::option::Option<bool>,
                    #[prost(string, repeated, tag = "6")]
                    pub draft_is_transformed_to_message_id_list: ::prost::alloc::vec::Vec<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(bool, optional, tag = "7", default = "false")]
                    pub draft_is_locked: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "8", default = "false")]
                    pub message_is_deleted: ::core::option::Option<bool>,
                    #[prost(message, repeated, tag = "9")]
                    pub entity_patches: ::prost::alloc::vec::Vec<EntityPatch>,
                    #[prost(bool, optional, tag = "10", default = "false")]
                    pub message_is_restored: ::core::option::Option<bool>,
                    #[prost(bool, optional, tag = "11", default = "false")]
                    pub message_is_delivered: ::core::option::Option<bool>,
                    #[prost(string, optional, tag = "12")]
                    pub delivered_patch_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, required, tag = "13")]
                    pub patch_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "14")]
                    pub not_delivered_event_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(
                        enumeration = "super::documents::MessageType",
                        required,
                        tag = "15"
                    )]
                    pub message_type: i32,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct MoveDocumentInfo {
                    #[prost(string, required, tag = "1")]
                    pub moved_from_department: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub moved_to_department: ::prost::alloc::string::String,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct TemplateRefusalInfo {
                    #[prost(
                        enumeration = "TemplateRefusalType",
                        required,
                        tag = "1",
                        default = "UnknownTemplateRefusalType"
                    )]
                    pub r#type: i32,
                    #[prost(string, required, tag = "2")]
                    pub box_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub author: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, optional, tag = "4")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct TemplateToLetterTransformationInfo {
                    #[prost(string, required, tag = "1")]
                    pub letter_from_box_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub letter_to_box_id: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub letter_from_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "4")]
                    pub letter_to_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "5")]
                    pub letter_proxy_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "6")]
                    pub letter_proxy_department_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct TemplateTransformationChangeInfo {
                    #[prost(
                        enumeration = "super::TemplateTransformationChangeType",
                        optional,
                        tag = "1",
                        default = "UnknownTemplateTransformationChange"
                    )]
                    pub change_type: ::core::option::Option<i32>,
                    #[prost(string, optional, tag = "2")]
                    pub change_initiator_box_id: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "3")]
                    pub author: ::core::option::Option<::prost::alloc::string::String>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct TemplateTransformationInfo {
                    #[prost(message, optional, tag = "1")]
                    pub transformed_to_document_id: ::core::option::Option<
                        super::DocumentId,
                    >,
                    #[prost(string, optional, tag = "2")]
                    pub author: ::core::option::Option<::prost::alloc::string::String>,
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum AttachmentType {
                    UnknownAttachmentType = -1,
                    Nonformalized = 0,
                    Invoice = 1,
                    InvoiceReceipt = 2,
                    InvoiceConfirmation = 3,
                    InvoiceCorrectionRequest = 4,
                    AttachmentComment = 5,
                    DeliveryFailureNotification = 6,
                    EancomInvoic = 7,
                    SignatureRequestRejection = 8,
                    EcrCatConformanceCertificateMetadata = 9,
                    SignatureVerificationReport = 10,
                    TrustConnectionRequest = 11,
                    Torg12 = 12,
                    InvoiceRevision = 13,
                    InvoiceCorrection = 14,
                    InvoiceCorrectionRevision = 15,
                    AcceptanceCertificate = 16,
                    StructuredData = 17,
                    ProformaInvoice = 18,
                    XmlTorg12 = 19,
                    XmlAcceptanceCertificate = 20,
                    XmlTorg12BuyerTitle = 21,
                    XmlAcceptanceCertificateBuyerTitle = 22,
                    Resolution = 23,
                    ResolutionRequest = 24,
                    ResolutionRequestDenial = 25,
                    PriceList = 26,
                    Receipt = 27,
                    XmlSignatureRejection = 28,
                    RevocationRequest = 29,
                    PriceListAgreement = 30,
                    CertificateRegistry = 34,
                    ReconciliationAct = 35,
                    Contract = 36,
                    Torg13 = 37,
                    ServiceDetails = 38,
                    RoamingNotification = 39,
                    SupplementaryAgreement = 40,
                    UniversalTransferDocument = 41,
                    UniversalTransferDocumentBuyerTitle = 42,
                    UniversalTransferDocumentRevision = 45,
                    UniversalCorrectionDocument = 49,
                    UniversalCorrectionDocumentRevision = 50,
                    UniversalCorrectionDocumentBuyerTitle = 51,
                    CustomData = 64,
                    MoveDocument = 65,
                    ResolutionRouteAssignmentAttachment = 66,
                    ResolutionRouteRemovalAttachment = 67,
                    Title = 68,
                    Cancellation = 69,
                    Edition = 71,
                    DeletionRestoration = 72,
                    TemplateTransformation = 73,
                    TemplateRefusal = 74,
                    OuterDocflow = 75,
                    RoamingConfirmation = 76,
                    PowerOfAttorney = 77,
                    PowerOfAttorneyStatus = 78,
                    UniversalMessage = 79,
                    TtGisFixationCancellationRequest = 87,
                    TemplateTransformationChange = 90,
                }
                impl AttachmentType {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownAttachmentType => "UnknownAttachmentType",
                            Self::Nonformalized => "Nonformalized",
                            Self::Invoice => "Invoice",
                            Self::InvoiceReceipt => "InvoiceReceipt",
                            Self::InvoiceConfirmation => "InvoiceConfirmation",
                            Self::InvoiceCorrectionRequest => "InvoiceCorrectionRequest",
                            Self::AttachmentComment => "AttachmentComment",
                            Self::DeliveryFailureNotification => {
                                "DeliveryFailureNotification"
                            }
                            Self::EancomInvoic => "EancomInvoic",
                            Self::SignatureRequestRejection => {
                                "SignatureRequestRejection"
                            }
                            Self::EcrCatConformanceCertificateMetadata => {
                                "EcrCatConformanceCertificateMetadata"
                            }
                            Self::SignatureVerificationReport => {
                                "SignatureVerificationReport"
                            }
                            Self::TrustConnectionRequest => "TrustConnectionRequest",
                            Self::Torg12 => "Torg12",
                            Self::InvoiceRevision => "InvoiceRevision",
                            Self::InvoiceCorrection => "InvoiceCorrection",
                            Self::InvoiceCorrectionRevision => {
                                "InvoiceCorrectionRevision"
                            }
                            Self::AcceptanceCertificate => "AcceptanceCertificate",
                            Self::StructuredData => "StructuredData",
                            Self::ProformaInvoice => "ProformaInvoice",
                            Self::XmlTorg12 => "XmlTorg12",
                            Self::XmlAcceptanceCertificate => "XmlAcceptanceCertificate",
                            Self::XmlTorg12BuyerTitle => "XmlTorg12BuyerTitle",
                            Self::XmlAcceptanceCertificateBuyerTitle => {
                                "XmlAcceptanceCertificateBuyerTitle"
                            }
                            Self::Resolution => "Resolution",
                            Self::ResolutionRequest => "ResolutionRequest",
                            Self::ResolutionRequestDenial => "ResolutionRequestDenial",
                            Self::PriceList => "PriceList",
                            Self::Receipt => "Receipt",
                            Self::XmlSignatureRejection => "XmlSignatureRejection",
                            Self::RevocationRequest => "RevocationRequest",
                            Self::PriceListAgreement => "PriceListAgreement",
                            Self::CertificateRegistry => "CertificateRegistry",
                            Self::ReconciliationAct => "ReconciliationAct",
                            Self::Contract => "Contract",
                            Self::Torg13 => "Torg13",
                            Self::ServiceDetails => "ServiceDetails",
                            Self::RoamingNotification => "RoamingNotification",
                            Self::SupplementaryAgreement => "SupplementaryAgreement",
                            Self::UniversalTransferDocument => {
                                "UniversalTransferDocument"
                            }
                            Self::UniversalTransferDocumentBuyerTitle => {
                                "UniversalTransferDocumentBuyerTitle"
                            }
                            Self::UniversalTransferDocumentRevision => {
                                "UniversalTransferDocumentRevision"
                            }
                            Self::UniversalCorrectionDocument => {
                                "UniversalCorrectionDocument"
                            }
                            Self::UniversalCorrectionDocumentRevision => {
                                "UniversalCorrectionDocumentRevision"
                            }
                            Self::UniversalCorrectionDocumentBuyerTitle => {
                                "UniversalCorrectionDocumentBuyerTitle"
                            }
                            Self::CustomData => "CustomData",
                            Self::MoveDocument => "MoveDocument",
                            Self::ResolutionRouteAssignmentAttachment => {
                                "ResolutionRouteAssignmentAttachment"
                            }
                            Self::ResolutionRouteRemovalAttachment => {
                                "ResolutionRouteRemovalAttachment"
                            }
                            Self::Title => "Title",
                            Self::Cancellation => "Cancellation",
                            Self::Edition => "Edition",
                            Self::DeletionRestoration => "DeletionRestoration",
                            Self::TemplateTransformation => "TemplateTransformation",
                            Self::TemplateRefusal => "TemplateRefusal",
                            Self::OuterDocflow => "OuterDocflow",
                            Self::RoamingConfirmation => "RoamingConfirmation",
                            Self::PowerOfAttorney => "PowerOfAttorney",
                            Self::PowerOfAttorneyStatus => "PowerOfAttorneyStatus",
                            Self::UniversalMessage => "UniversalMessage",
                            Self::TtGisFixationCancellationRequest => {
                                "TtGisFixationCancellationRequest"
                            }
                            Self::TemplateTransformationChange => {
                                "TemplateTransformationChange"
                            }
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownAttachmentType" => Some(Self::UnknownAttachmentType),
                            "Nonformalized" => Some(Self::Nonformalized),
                            "Invoice" => Some(Self::Invoice),
                            "InvoiceReceipt" => Some(Self::InvoiceReceipt),
                            "InvoiceConfirmation" => Some(Self::InvoiceConfirmation),
                            "InvoiceCorrectionRequest" => {
                                Some(Self::InvoiceCorrectionRequest)
                            }
                            "AttachmentComment" => Some(Self::AttachmentComment),
                            "DeliveryFailureNotification" => {
                                Some(Self::DeliveryFailureNotification)
                            }
                            "EancomInvoic" => Some(Self::EancomInvoic),
                            "SignatureRequestRejection" => {
                                Some(Self::SignatureRequestRejection)
                            }
                            "EcrCatConformanceCertificateMetadata" => {
                                Some(Self::EcrCatConformanceCertificateMetadata)
                            }
                            "SignatureVerificationReport" => {
                                Some(Self::SignatureVerificationReport)
                            }
                            "TrustConnectionRequest" => {
                                Some(Self::TrustConnectionRequest)
                            }
                            "Torg12" => Some(Self::Torg12),
                            "InvoiceRevision" => Some(Self::InvoiceRevision),
                            "InvoiceCorrection" => Some(Self::InvoiceCorrection),
                            "InvoiceCorrectionRevision" => {
                                Some(Self::InvoiceCorrectionRevision)
                            }
                            "AcceptanceCertificate" => Some(Self::AcceptanceCertificate),
                            "StructuredData" => Some(Self::StructuredData),
                            "ProformaInvoice" => Some(Self::ProformaInvoice),
                            "XmlTorg12" => Some(Self::XmlTorg12),
                            "XmlAcceptanceCertificate" => {
                                Some(Self::XmlAcceptanceCertificate)
                            }
                            "XmlTorg12BuyerTitle" => Some(Self::XmlTorg12BuyerTitle),
                            "XmlAcceptanceCertificateBuyerTitle" => {
                                Some(Self::XmlAcceptanceCertificateBuyerTitle)
                            }
                            "Resolution" => Some(Self::Resolution),
                            "ResolutionRequest" => Some(Self::ResolutionRequest),
                            "ResolutionRequestDenial" => {
                                Some(Self::ResolutionRequestDenial)
                            }
                            "PriceList" => Some(Self::PriceList),
                            "Receipt" => Some(Self::Receipt),
                            "XmlSignatureRejection" => Some(Self::XmlSignatureRejection),
                            "RevocationRequest" => Some(Self::RevocationRequest),
                            "PriceListAgreement" => Some(Self::PriceListAgreement),
                            "CertificateRegistry" => Some(Self::CertificateRegistry),
                            "ReconciliationAct" => Some(Self::ReconciliationAct),
                            "Contract" => Some(Self::Contract),
                            "Torg13" => Some(Self::Torg13),
                            "ServiceDetails" => Some(Self::ServiceDetails),
                            "RoamingNotification" => Some(Self::RoamingNotification),
                            "SupplementaryAgreement" => {
                                Some(Self::SupplementaryAgreement)
                            }
                            "UniversalTransferDocument" => {
                                Some(Self::UniversalTransferDocument)
                            }
                            "UniversalTransferDocumentBuyerTitle" => {
                                Some(Self::UniversalTransferDocumentBuyerTitle)
                            }
                            "UniversalTransferDocumentRevision" => {
                                Some(Self::UniversalTransferDocumentRevision)
                            }
                            "UniversalCorrectionDocument" => {
                                Some(Self::UniversalCorrectionDocument)
                            }
                            "UniversalCorrectionDocumentRevision" => {
                                Some(Self::UniversalCorrectionDocumentRevision)
                            }
                            "UniversalCorrectionDocumentBuyerTitle" => {
                                Some(Self::UniversalCorrectionDocumentBuyerTitle)
                            }
                            "CustomData" => Some(Self::CustomData),
                            "MoveDocument" => Some(Self::MoveDocument),
                            "ResolutionRouteAssignmentAttachment" => {
                                Some(Self::ResolutionRouteAssignmentAttachment)
                            }
                            "ResolutionRouteRemovalAttachment" => {
                                Some(Self::ResolutionRouteRemovalAttachment)
                            }
                            "Title" => Some(Self::Title),
                            "Cancellation" => Some(Self::Cancellation),
                            "Edition" => Some(Self::Edition),
                            "DeletionRestoration" => Some(Self::DeletionRestoration),
                            "TemplateTransformation" => {
                                Some(Self::TemplateTransformation)
                            }
                            "TemplateRefusal" => Some(Self::TemplateRefusal),
                            "OuterDocflow" => Some(Self::OuterDocflow),
                            "RoamingConfirmation" => Some(Self::RoamingConfirmation),
                            "PowerOfAttorney" => Some(Self::PowerOfAttorney),
                            "PowerOfAttorneyStatus" => Some(Self::PowerOfAttorneyStatus),
                            "UniversalMessage" => Some(Self::UniversalMessage),
                            "TtGisFixationCancellationRequest" => {
                                Some(Self::TtGisFixationCancellationRequest)
                            }
                            "TemplateTransformationChange" => {
                                Some(Self::TemplateTransformationChange)
                            }
                            _ => None,
                        }
                    }
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum EntityType {
                    UnknownEntityType = 0,
                    Attachment = 1,
                    Signature = 2,
                }
                impl EntityType {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownEntityType => "UnknownEntityType",
                            Self::Attachment => "Attachment",
                            Self::Signature => "Signature",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownEntityType" => Some(Self::UnknownEntityType),
                            "Attachment" => Some(Self::Attachment),
                            "Signature" => Some(Self::Signature),
                            _ => None,
                        }
                    }
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum TemplateRefusalType {
                    UnknownTemplateRefusalType = 0,
                    Refusal = 1,
                    Withdrawal = 2,
                }
                impl TemplateRefusalType {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownTemplateRefusalType => {
                                "UnknownTemplateRefusalType"
                            }
                            Self::Refusal => "Refusal",
                            Self::Withdrawal => "Withdrawal",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownTemplateRefusalType" => {
                                Some(Self::UnknownTemplateRefusalType)
                            }
                            "Refusal" => Some(Self::Refusal),
                            "Withdrawal" => Some(Self::Withdrawal),
                            _ => None,
                        }
                    }
                }
            }
            pub mod invoicing {
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct Signer {
                    #[prost(bytes = "bytes", optional, tag = "1")]
                    pub signer_certificate: ::core::option::Option<
                        ::prost::bytes::Bytes,
                    >,
                    #[prost(message, optional, tag = "2")]
                    pub signer_details: ::core::option::Option<SignerDetails>,
                    #[prost(string, optional, tag = "3")]
                    pub signer_certificate_thumbprint: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct SignerDetails {
                    #[prost(string, required, tag = "1")]
                    pub surname: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub first_name: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub patronymic: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "4")]
                    pub job_title: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, optional, tag = "5")]
                    pub inn: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, optional, tag = "6")]
                    pub sole_proprietor_registration_certificate: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct InvoiceCorrectionRequestGenerationRequestV2 {
                    #[prost(string, required, tag = "1")]
                    pub error_message: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub message_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "3")]
                    pub attachment_id: ::prost::alloc::string::String,
                    #[prost(bytes = "bytes", required, tag = "4")]
                    pub signer_content: ::prost::bytes::Bytes,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ReceiptGenerationRequestV2 {
                    #[prost(string, required, tag = "1")]
                    pub message_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub attachment_id: ::prost::alloc::string::String,
                    #[prost(bytes = "bytes", required, tag = "3")]
                    pub signer_content: ::prost::bytes::Bytes,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct RevocationRequestInfo {
                    #[prost(string, optional, tag = "1")]
                    pub comment: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(message, optional, tag = "2")]
                    pub signer: ::core::option::Option<Signer>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct SignatureRejectionGenerationRequestV2 {
                    #[prost(string, optional, tag = "1")]
                    pub error_message: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(string, required, tag = "2")]
                    pub message_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "3")]
                    pub attachment_id: ::prost::alloc::string::String,
                    #[prost(bytes = "bytes", required, tag = "4")]
                    pub signer_content: ::prost::bytes::Bytes,
                }
                pub mod signers {
                    #[derive(Clone, PartialEq, ::prost::Message)]
                    pub struct ExtendedSigner {
                        #[prost(string, optional, tag = "1")]
                        pub box_id: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(bytes = "bytes", optional, tag = "2")]
                        pub signer_certificate: ::core::option::Option<
                            ::prost::bytes::Bytes,
                        >,
                        #[prost(string, optional, tag = "3")]
                        pub signer_certificate_thumbprint: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(message, optional, tag = "4")]
                        pub signer_details: ::core::option::Option<
                            ExtendedSignerDetails,
                        >,
                        #[prost(message, optional, tag = "5")]
                        pub power_of_attorney: ::core::option::Option<
                            super::super::events::PowerOfAttorneyToPost,
                        >,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct ExtendedSignerDetails {
                        #[prost(string, required, tag = "1")]
                        pub surname: ::prost::alloc::string::String,
                        #[prost(string, required, tag = "2")]
                        pub first_name: ::prost::alloc::string::String,
                        #[prost(string, optional, tag = "3")]
                        pub patronymic: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "4")]
                        pub job_title: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "5")]
                        pub inn: ::core::option::Option<::prost::alloc::string::String>,
                        #[prost(string, optional, tag = "6")]
                        pub registration_certificate: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(
                            enumeration = "SignerType",
                            required,
                            tag = "7",
                            default = "LegalEntity"
                        )]
                        pub signer_type: i32,
                        #[prost(string, optional, tag = "8")]
                        pub signer_organization_name: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "9")]
                        pub signer_info: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(enumeration = "SignerPowers", required, tag = "10")]
                        pub signer_powers: i32,
                        #[prost(enumeration = "SignerStatus", required, tag = "11")]
                        pub signer_status: i32,
                        #[prost(string, optional, tag = "12")]
                        pub signer_powers_base: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "13")]
                        pub signer_org_powers_base: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                    }
                    #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                    pub struct ExtendedSignerDetailsToPost {
                        #[prost(string, optional, tag = "1")]
                        pub job_title: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "2")]
                        pub registration_certificate: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(
                            enumeration = "SignerType",
                            optional,
                            tag = "3",
                            default = "Unspecified"
                        )]
                        pub signer_type: ::core::option::Option<i32>,
                        #[prost(string, optional, tag = "4")]
                        pub signer_info: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(
                            enumeration = "SignerPowers",
                            optional,
                            tag = "5",
                            default = "Unspecified"
                        )]
                        pub signer_powers: ::core::option::Option<i32>,
                        #[prost(
                            enumeration = "SignerStatus",
                            optional,
                            tag = "6",
                            default = "Unspecified"
                        )]
                        pub signer_status: ::core::option::Option<i32>,
                        #[prost(string, optional, tag = "7")]
                        pub signer_powers_base: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                        #[prost(string, optional, tag = "8")]
                        pub signer_org_powers_base: ::core::option::Option<
                            ::prost::alloc::string::String,
                        >,
                    }
                    #[derive(
                        Clone,
                        Copy,
                        Debug,
                        PartialEq,
                        Eq,
                        Hash,
                        PartialOrd,
                        Ord,
                        ::prost::Enumeration
                    )]
                    #[repr(i32)]
                    pub enum SignerPowers {
                        Unspecified = -1,
                        InvoiceSigner = 0,
                        PersonMadeOperation = 1,
                        MadeAndSignOperation = 2,
                        PersonDocumentedOperation = 3,
                        MadeOperationAndSignedInvoice = 4,
                        MadeAndResponsibleForOperationAndSignedInvoice = 5,
                        ResponsibleForOperationAndSignerForInvoice = 6,
                        ChairmanCommission = 7,
                        MemberCommission = 8,
                        PersonApprovedDocument = 21,
                        PersonConfirmedDocument = 22,
                        PersonAgreedOnDocument = 23,
                        PersonOtherPower = 29,
                    }
                    impl SignerPowers {
                        /// String value of the enum field names used in the ProtoBuf definition.
                        ///
                        /// The values are not transformed in any way and thus are considered stable
                        /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                        pub fn as_str_name(&self) -> &'static str {
                            match self {
                                Self::Unspecified => "SignerPowersUnspecified",
                                Self::InvoiceSigner => "InvoiceSigner",
                                Self::PersonMadeOperation => "PersonMadeOperation",
                                Self::MadeAndSignOperation => "MadeAndSignOperation",
                                Self::PersonDocumentedOperation => {
                                    "PersonDocumentedOperation"
                                }
                                Self::MadeOperationAndSignedInvoice => {
                                    "MadeOperationAndSignedInvoice"
                                }
                                Self::MadeAndResponsibleForOperationAndSignedInvoice => {
                                    "MadeAndResponsibleForOperationAndSignedInvoice"
                                }
                                Self::ResponsibleForOperationAndSignerForInvoice => {
                                    "ResponsibleForOperationAndSignerForInvoice"
                                }
                                Self::ChairmanCommission => "ChairmanCommission",
                                Self::MemberCommission => "MemberCommission",
                                Self::PersonApprovedDocument => "PersonApprovedDocument",
                                Self::PersonConfirmedDocument => "PersonConfirmedDocument",
                                Self::PersonAgreedOnDocument => "PersonAgreedOnDocument",
                                Self::PersonOtherPower => "PersonOtherPower",
                            }
                        }
                        /// Creates an enum from field names used in the ProtoBuf definition.
                        pub fn from_str_name(
                            value: &str,
                        ) -> ::core::option::Option<Self> {
                            match value {
                                "SignerPowersUnspecified" => Some(Self::Unspecified),
                                "InvoiceSigner" => Some(Self::InvoiceSigner),
                                "PersonMadeOperation" => Some(Self::PersonMadeOperation),
                                "MadeAndSignOperation" => Some(Self::MadeAndSignOperation),
                                "PersonDocumentedOperation" => {
                                    Some(Self::PersonDocumentedOperation)
                                }
                                "MadeOperationAndSignedInvoice" => {
                                    Some(Self::MadeOperationAndSignedInvoice)
                                }
                                "MadeAndResponsibleForOperationAndSignedInvoice" => {
                                    Some(Self::MadeAndResponsibleForOperationAndSignedInvoice)
                                }
                                "ResponsibleForOperationAndSignerForInvoice" => {
                                    Some(Self::ResponsibleForOperationAndSignerForInvoice)
                                }
                                "ChairmanCommission" => Some(Self::ChairmanCommission),
                                "MemberCommission" => Some(Self::MemberCommission),
                                "PersonApprovedDocument" => {
                                    Some(Self::PersonApprovedDocument)
                                }
                                "PersonConfirmedDocument" => {
                                    Some(Self::PersonConfirmedDocument)
                                }
                                "PersonAgreedOnDocument" => {
                                    Some(Self::PersonAgreedOnDocument)
                                }
                                "PersonOtherPower" => Some(Self::PersonOtherPower),
                                _ => None,
                            }
                        }
                    }
                    #[derive(
                        Clone,
                        Copy,
                        Debug,
                        PartialEq,
                        Eq,
                        Hash,
                        PartialOrd,
                        Ord,
                        ::prost::Enumeration
                    )]
                    #[repr(i32)]
                    pub enum SignerStatus {
                        Unspecified = -1,
                        SellerEmployee = 1,
                        InformationCreatorEmployee = 2,
                        OtherOrganizationEmployee = 3,
                        AuthorizedPerson = 4,
                        BuyerEmployee = 5,
                        InformationCreatorBuyerEmployee = 6,
                    }
                    impl SignerStatus {
                        /// String value of the enum field names used in the ProtoBuf definition.
                        ///
                        /// The values are not transformed in any way and thus are considered stable
                        /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                        pub fn as_str_name(&self) -> &'static str {
                            match self {
                                Self::Unspecified => "SignerStatusUnspecified",
                                Self::SellerEmployee => "SellerEmployee",
                                Self::InformationCreatorEmployee => {
                                    "InformationCreatorEmployee"
                                }
                                Self::OtherOrganizationEmployee => {
                                    "OtherOrganizationEmployee"
                                }
                                Self::AuthorizedPerson => "AuthorizedPerson",
                                Self::BuyerEmployee => "BuyerEmployee",
                                Self::InformationCreatorBuyerEmployee => {
                                    "InformationCreatorBuyerEmployee"
                                }
                            }
                        }
                        /// Creates an enum from field names used in the ProtoBuf definition.
                        pub fn from_str_name(
                            value: &str,
                        ) -> ::core::option::Option<Self> {
                            match value {
                                "SignerStatusUnspecified" => Some(Self::Unspecified),
                                "SellerEmployee" => Some(Self::SellerEmployee),
                                "InformationCreatorEmployee" => {
                                    Some(Self::InformationCreatorEmployee)
                                }
                                "OtherOrganizationEmployee" => {
                                    Some(Self::OtherOrganizationEmployee)
                                }
                                "AuthorizedPerson" => Some(Self::AuthorizedPerson),
                                "BuyerEmployee" => Some(Self::BuyerEmployee),
                                "InformationCreatorBuyerEmployee" => {
                                    Some(Self::InformationCreatorBuyerEmployee)
                                }
                                _ => None,
                            }
                        }
                    }
                    #[derive(
                        Clone,
                        Copy,
                        Debug,
                        PartialEq,
                        Eq,
                        Hash,
                        PartialOrd,
                        Ord,
                        ::prost::Enumeration
                    )]
                    #[repr(i32)]
                    pub enum SignerType {
                        Unspecified = -1,
                        LegalEntity = 1,
                        IndividualEntity = 2,
                        PhysicalPerson = 3,
                    }
                    impl SignerType {
                        /// String value of the enum field names used in the ProtoBuf definition.
                        ///
                        /// The values are not transformed in any way and thus are considered stable
                        /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                        pub fn as_str_name(&self) -> &'static str {
                            match self {
                                Self::Unspecified => "SignerTypeUnspecified",
                                Self::LegalEntity => "LegalEntity",
                                Self::IndividualEntity => "IndividualEntity",
                                Self::PhysicalPerson => "PhysicalPerson",
                            }
                        }
                        /// Creates an enum from field names used in the ProtoBuf definition.
                        pub fn from_str_name(
                            value: &str,
                        ) -> ::core::option::Option<Self> {
                            match value {
                                "SignerTypeUnspecified" => Some(Self::Unspecified),
                                "LegalEntity" => Some(Self::LegalEntity),
                                "IndividualEntity" => Some(Self::IndividualEntity),
                                "PhysicalPerson" => Some(Self::PhysicalPerson),
                                _ => None,
                            }
                        }
                    }
                }
            }
            pub mod outer_docflows {
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct Status {
                    #[prost(string, required, tag = "1")]
                    pub named_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub friendly_name: ::prost::alloc::string::String,
                    #[prost(enumeration = "OuterStatusType", required, tag = "3")]
                    pub r#type: i32,
                    #[prost(string, optional, tag = "4")]
                    pub description: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, repeated, tag = "5")]
                    pub details: ::prost::alloc::vec::Vec<StatusDetail>,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct StatusDetail {
                    #[prost(string, optional, tag = "1")]
                    pub code: ::core::option::Option<::prost::alloc::string::String>,
                    #[prost(string, optional, tag = "2")]
                    pub text: ::core::option::Option<::prost::alloc::string::String>,
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum OuterStatusType {
                    UnknownStatus = 0,
                    Normal = 1,
                    Success = 2,
                    Warning = 3,
                    Error = 4,
                }
                impl OuterStatusType {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownStatus => "UnknownStatus",
                            Self::Normal => "Normal",
                            Self::Success => "Success",
                            Self::Warning => "Warning",
                            Self::Error => "Error",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownStatus" => Some(Self::UnknownStatus),
                            "Normal" => Some(Self::Normal),
                            "Success" => Some(Self::Success),
                            "Warning" => Some(Self::Warning),
                            "Error" => Some(Self::Error),
                            _ => None,
                        }
                    }
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct OuterDocflowInfo {
                    #[prost(string, required, tag = "1")]
                    pub docflow_named_id: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub docflow_friendly_name: ::prost::alloc::string::String,
                    #[prost(message, required, tag = "3")]
                    pub status: Status,
                }
            }
            pub mod powers_of_attorney {
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct PowerOfAttorneyFullId {
                    #[prost(string, required, tag = "1")]
                    pub registration_number: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub issuer_inn: ::prost::alloc::string::String,
                    #[prost(string, optional, tag = "3")]
                    pub representative_inn: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct PowerOfAttorneySignedContent {
                    #[prost(message, required, tag = "1")]
                    pub content: super::ContentV3,
                    #[prost(message, required, tag = "2")]
                    pub signature: super::ContentV3,
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum PowerOfAttorneySendingType {
                    Unknown = 0,
                    Metadata = 1,
                    File = 2,
                    DocumentContent = 3,
                }
                impl PowerOfAttorneySendingType {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::Unknown => "Unknown",
                            Self::Metadata => "Metadata",
                            Self::File => "File",
                            Self::DocumentContent => "DocumentContent",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "Unknown" => Some(Self::Unknown),
                            "Metadata" => Some(Self::Metadata),
                            "File" => Some(Self::File),
                            "DocumentContent" => Some(Self::DocumentContent),
                            _ => None,
                        }
                    }
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct PowerOfAttorneyValidationError {
                    #[prost(string, required, tag = "1")]
                    pub code: ::prost::alloc::string::String,
                    #[prost(string, required, tag = "2")]
                    pub text: ::prost::alloc::string::String,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct PowerOfAttorneyValidationStatus {
                    #[prost(
                        enumeration = "super::severity_scope::Severity",
                        optional,
                        tag = "1",
                        default = "UnknownSeverity"
                    )]
                    pub severity: ::core::option::Option<i32>,
                    #[prost(
                        enumeration = "PowerOfAttorneyValidationStatusNamedId",
                        optional,
                        tag = "2",
                        default = "UnknownStatus"
                    )]
                    pub status_named_id: ::core::option::Option<i32>,
                    #[prost(string, optional, tag = "3")]
                    pub status_text: ::core::option::Option<
                        ::prost::alloc::string::String,
                    >,
                    #[prost(message, repeated, tag = "4")]
                    pub errors: ::prost::alloc::vec::Vec<PowerOfAttorneyValidationError>,
                    #[prost(message, optional, tag = "5")]
                    pub validation_protocol: ::core::option::Option<ValidationProtocol>,
                    #[prost(message, optional, tag = "6")]
                    pub operation_error: ::core::option::Option<
                        PowerOfAttorneyValidationError,
                    >,
                }
                #[derive(Clone, PartialEq, Eq, Hash, ::prost::Message)]
                pub struct ValidationCheckResult {
                    #[prost(
                        enumeration = "PowerOfAttorneyValidationCheckStatus",
                        optional,
                        tag = "1",
                        default = "UnknownCheckStatus"
                    )]
                    pub status: ::core::option::Option<i32>,
                    #[prost(string, required, tag = "2")]
                    pub name: ::prost::alloc::string::String,
                    #[prost(message, optional, tag = "3")]
                    pub error: ::core::option::Option<PowerOfAttorneyValidationError>,
                }
                #[derive(Clone, PartialEq, ::prost::Message)]
                pub struct ValidationProtocol {
                    #[prost(message, repeated, tag = "1")]
                    pub check_results: ::prost::alloc::vec::Vec<ValidationCheckResult>,
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum PowerOfAttorneyValidationCheckStatus {
                    UnknownCheckStatus = 0,
                    Ok = 1,
                    Warning = 2,
                    Error = 3,
                }
                impl PowerOfAttorneyValidationCheckStatus {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownCheckStatus => "UnknownCheckStatus",
                            Self::Ok => "Ok",
                            Self::Warning => "Warning",
                            Self::Error => "Error",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownCheckStatus" => Some(Self::UnknownCheckStatus),
                            "Ok" => Some(Self::Ok),
                            "Warning" => Some(Self::Warning),
                            "Error" => Some(Self::Error),
                            _ => None,
                        }
                    }
                }
                #[derive(
                    Clone,
                    Copy,
                    Debug,
                    PartialEq,
                    Eq,
                    Hash,
                    PartialOrd,
                    Ord,
                    ::prost::Enumeration
                )]
                #[repr(i32)]
                pub enum PowerOfAttorneyValidationStatusNamedId {
                    UnknownStatus = 0,
                    CanNotBeValidated = 1,
                    IsValid = 2,
                    IsNotValid = 3,
                    ValidationError = 4,
                    IsNotAttached = 5,
                    HasWarnings = 6,
                }
                impl PowerOfAttorneyValidationStatusNamedId {
                    /// String value of the enum field names used in the ProtoBuf definition.
                    ///
                    /// The values are not transformed in any way and thus are considered stable
                    /// (if the ProtoBuf definition does not change) and safe for programmatic use.
                    pub fn as_str_name(&self) -> &'static str {
                        match self {
                            Self::UnknownStatus => "UnknownStatus",
                            Self::CanNotBeValidated => "CanNotBeValidated",
                            Self::IsValid => "IsValid",
                            Self::IsNotValid => "IsNotValid",
                            Self::ValidationError => "ValidationError",
                            Self::IsNotAttached => "IsNotAttached",
                            Self::HasWarnings => "HasWarnings",
                        }
                    }
                    /// Creates an enum from field names used in the ProtoBuf definition.
                    pub fn from_str_name(value: &str) -> ::core::option::Option<Self> {
                        match value {
                            "UnknownStatus" => Some(Self::UnknownStatus),
                            "CanNotBeValidated" => Some(Self::CanNotBeValidated),
                            "IsValid" => Some(Self::IsValid),
                            "IsNotValid" => Some(Self::IsNotValid),
                            "ValidationError" => Some(Self::ValidationError),
                            "IsNotAttached" => Some(Self::IsNotAttached),
                            "HasWarnings" => Some(Self::HasWarnings),
                            _ => None,
                        }
                    }
                }
            }
        }
    }
}
