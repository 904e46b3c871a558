// Relationships to parents that are named otherwise than the object they lead to, as a table. Source: Object
// Reference for the Salesforce Platform, the fields of each object that are references; SOQL and SOSL
// Reference, Understanding Polymorphic Relationships.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace proviso::tracing {

namespace objects {

inline constexpr std::string_view itself[] = {"="}; // whatever has the relationship
inline constexpr std::string_view account[] = {"Account"};
inline constexpr std::string_view contact[] = {"Contact"};
inline constexpr std::string_view job[] = {"CronJobDetail"};
inline constexpr std::string_view kase[] = {"Case"};
inline constexpr std::string_view opportunity[] = {"Opportunity"};
inline constexpr std::string_view owners[] = {"User", "Group"};
inline constexpr std::string_view people[] = {"Lead", "Contact"};
inline constexpr std::string_view setup[] = {"setup"}; // no records of business
inline constexpr std::string_view user[] = {"User"};
inline constexpr std::string_view version[] = {"ContentVersion"};
inline constexpr std::string_view work_order[] = {"WorkOrder"};
// That activities are about.
inline constexpr std::string_view matters[] = {"Account",  "Asset",       "Campaign", "Case",
                                               "Contract", "Opportunity", "Order",    "Product2",
                                               "Quote",    "Solution",    "WorkOrder"};
inline constexpr std::string_view anything[] = {"Account",  "Asset",    "Campaign",    "Case",     "Contact",
                                                "Contract", "Lead",     "Opportunity", "Order",    "Product2",
                                                "Quote",    "Solution", "User",        "WorkOrder"};

} // namespace objects

struct named_relationship {
  std::string_view of; // the object that has it; empty: any other
  std::string_view name;
  std::span<const std::string_view> to; // one of these
};

inline constexpr auto named_relationships = std::to_array<named_relationship>({
    {"Account", "Parent", objects::itself},
    {"Asset", "Parent", objects::itself},
    {"Attachment", "Parent", objects::anything},
    {"Campaign", "Parent", objects::itself},
    {"Case", "Parent", objects::itself},
    {"CaseComment", "Parent", objects::kase},
    {"ContentVersion", "FirstPublishLocation", objects::anything},
    {"EmailMessage", "Parent", objects::kase},
    {"EntitySubscription", "Parent", objects::anything},
    {"FeedComment", "Parent", objects::anything},
    {"FieldPermissions", "Parent", objects::setup},
    {"FeedItem", "Parent", objects::anything},
    {"Note", "Parent", objects::anything},
    {"ObjectPermissions", "Parent", objects::setup},
    {"SetupEntityAccess", "Parent", objects::setup},
    {"SocialPost", "Parent", objects::anything},
    {"", "Actor", objects::owners},
    {"", "ApexClass", objects::setup},
    {"", "AssignedTo", objects::owners},
    {"", "Assignee", objects::owners},
    {"", "ConvertedAccount", objects::account},
    {"", "ConvertedContact", objects::contact},
    {"", "ConvertedOpportunity", objects::opportunity},
    {"", "CreatedBy", objects::user},
    {"", "CronJobDetail", objects::job},
    {"", "Entity", objects::anything},
    {"", "EntityDefinition", objects::setup},
    {"", "FieldDefinition", objects::setup},
    {"", "LastModifiedBy", objects::user},
    {"", "LatestPublishedVersion", objects::version},
    {"", "LeadOrContact", objects::people},
    {"", "LinkedEntity", objects::anything},
    {"", "Manager", objects::user},
    {"", "MasterRecord", objects::itself},
    {"", "Member", objects::user},
    {"", "Network", objects::setup},
    {"", "OriginalActor", objects::owners},
    {"", "Owner", objects::owners},
    {"", "ParentRecord", objects::anything},
    {"", "ParentWorkOrder", objects::work_order},
    {"", "PermissionSetGroup", objects::setup},
    {"", "PersonContact", objects::contact},
    {"", "ProcessDefinition", objects::setup},
    {"", "Record", objects::anything},
    {"", "RelatedRecord", objects::anything},
    {"", "RelatedTo", objects::matters},
    {"", "Relation", objects::anything},
    {"", "ReportsTo", objects::contact},
    {"", "RootWorkOrder", objects::work_order},
    {"", "TargetObject", objects::anything},
    {"", "UserOrGroup", objects::owners},
    {"", "Users", objects::user},
    {"", "What", objects::matters},
    {"", "Who", objects::people},
    {"", "WorkItem", objects::anything},
});

} // namespace proviso::tracing
