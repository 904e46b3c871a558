// The words of flows that matter here, as tables. Source: Metadata API Developer Guide, Flow; Salesforce Help,
// Flow Run Context.
#pragma once

#include "model/operations_word.hpp"

#include <array>
#include <string_view>

namespace proviso::metadata {

using model::operations;

// Sections that read or write records.
inline constexpr auto flow_sections = std::to_array<model::operations_word>({
    {"recordLookups", operations::read},
    {"dynamicChoiceSets", operations::read},
    {"recordCreates", operations::create},
    {"recordUpdates", operations::update},
    {"recordDeletes", operations::remove},
});
// Of <recordCreates>: it updates where it finds a record; or, from version 61 of the API, where it finds one or
// several that match, unless nothing is to be done then.
inline constexpr std::string_view upsert_element = "doesUpsert";
inline constexpr auto matching_elements =
    std::to_array<std::string_view>({"operationOneMatchingRecord", "operationMultMatchingRecords"});
inline constexpr std::string_view no_operation = "None";

// A choice set may be of the values of a picklist: it reads no record then.
inline constexpr std::string_view picklist_object = "picklistObject";

// Inside of <recordLookups>: records that are read with those of the element.
inline constexpr std::string_view related_records = "relatedRecords";
inline constexpr std::string_view related_object = "relatedObject";

// Sections whose name refers to single records or a part of what they go through.
inline constexpr auto flow_passes = std::to_array<std::string_view>({"loops", "collectionProcessors"});

// Of a variable: its class. Of a component on a screen or an action that is for any object: what it is used
// for.
inline constexpr std::string_view flow_type = "apexClass";
inline constexpr std::string_view screen_field = "fields";
inline constexpr std::string_view type_mapping = "dataTypeMappings";
inline constexpr std::string_view mapped_type = "typeValue";

// Sections that say themselves of which object their records are.
inline constexpr auto flow_variables = std::to_array<std::string_view>({"variables", "transforms"});

inline constexpr std::string_view transformed_values = "transformValues"; // which actions may give

// Elements that hold the reference to the records of a step, or to what is gone through.
inline constexpr auto flow_references =
    std::to_array<std::string_view>({"inputReference", "collectionReference"});

inline constexpr std::string_view active_status = "Active";
inline constexpr auto idle_statuses = std::to_array<std::string_view>({"Draft", "InvalidDraft", "Obsolete"});
inline constexpr std::string_view active_version = "activeVersionNumber"; // of a definition
inline constexpr std::string_view system_mode_prefix = "SystemMode";      // with or without sharing
inline constexpr auto run_modes = std::to_array<std::string_view>(
    {"", "DefaultMode", "SystemModeWithSharing", "SystemModeWithoutSharing", "UserMode"});
inline constexpr std::string_view triggering_record = "$Record";

// Processes of the old builder run as the system: started by records, by other processes, or by an event. What
// starts them stands in values of their own.
inline constexpr std::string_view record_process = "Workflow";
inline constexpr std::string_view event_process = "CustomEvent";
inline constexpr auto system_processes =
    std::to_array<std::string_view>({record_process, "InvocableProcess", event_process});
inline constexpr std::string_view process_value = "processMetadataValues";
inline constexpr std::string_view overridden = "overriddenFlow"; // of a package: this one runs in its place
inline constexpr std::string_view process_on_create = "onCreateOnly"; // else onAllChanges

// Actions that touch records.
inline constexpr std::string_view apex_action = "apex";
inline constexpr std::string_view called_flow_action = "flow"; // of a process, or a screen
inline constexpr std::string_view quick_action_type = "quickAction";

// Steps of orchestrations are flows, and so is what tells when one begins or ends. Interactive ones wait for
// whoever they are assigned to.
inline constexpr auto evaluation_elements =
    std::to_array<std::string_view>({"entryActionName", "exitActionName"});
inline constexpr std::string_view evaluation_step = "evaluationFlow";
inline constexpr std::string_view background_step = "stepBackground";
inline constexpr auto assigned_steps = std::to_array<std::string_view>({"stepInteractive", "stepApproval"});

// Sections that run nothing themselves. Any other, such as the stages of an orchestration, is looked through
// for actions.
inline constexpr auto idle_sections = std::to_array<std::string_view>(
    {"apiVersion", "assignments", "choices", "constants", "customErrors", "decisions", "description",
     "environments", "formulas", "fullName", "interviewLabel", "isTemplate", "label", "stages",
     "startElementReference", "textTemplates", "waits"});

// A class of the interface Process.Plugin has a section of its own, and is called by one method.
inline constexpr std::string_view plugin_section = "apexPluginCalls";
inline constexpr std::string_view plugin_class = "apexClass";
inline constexpr std::string_view plugin_method = "invoke";

// What quick actions do, by their type; the object is that of one that states none. Source: Metadata API
// Developer Guide, QuickAction; Actions Developer Guide, Quick Actions.
struct quick_action_word {
  std::string_view name;
  operations does;
  std::string_view object{};
};
inline constexpr auto quick_action_words = std::to_array<quick_action_word>({
    {"Create", operations::create},
    {"Update", operations::update},
    {"LogACall", operations::create, "Task"},
    {"SendEmail", operations::create, "EmailMessage"},
    {"Post", operations::create, "FeedItem"},
});
inline constexpr std::string_view flow_quick_action = "Flow";

// What is done to the records that a start is for.
inline constexpr auto record_triggers = std::to_array<model::operations_word>({
    {"Create", operations::create},
    {"Update", operations::update},
    {"CreateAndUpdate", operations(operations::create) | operations::update},
    {"Delete", operations::remove},
});
inline constexpr std::string_view event_trigger = "PlatformEvent";
inline constexpr auto flow_record_triggers =
    std::to_array<std::string_view>({"RecordBeforeSave", "RecordAfterSave", "RecordBeforeDelete"});
// What else starts flows: no user does by what he writes.
inline constexpr auto other_triggers = std::to_array<std::string_view>(
    {"Scheduled", "Segment", "Activation", "AutomationEvent", "Capability", "DataCloudDataChange",
     "DataGraphDataChange", "EventDrivenJourney", "ExternalSystemChange"});

} // namespace proviso::metadata
