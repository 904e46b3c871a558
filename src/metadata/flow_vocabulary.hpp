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
// Of <recordCreates>: it updates where it finds a record.
inline constexpr std::string_view upsert_element = "doesUpsert";

// Sections whose name refers to single records or a part of what they go through.
inline constexpr auto flow_passes = std::to_array<std::string_view>({"loops", "collectionProcessors"});

// Elements that hold the reference to the records of a step, or to what is gone through.
inline constexpr auto flow_references =
    std::to_array<std::string_view>({"inputReference", "collectionReference"});

inline constexpr std::string_view active_status = "Active";
inline constexpr std::string_view system_mode_prefix = "SystemMode"; // with or without sharing
inline constexpr std::string_view user_mode = "UserMode";
inline constexpr std::string_view triggering_record = "$Record";

// Processes of the old builder run as the system: started by records, by other processes, or by an event. What
// starts them stands in values of their own.
inline constexpr std::string_view record_process = "Workflow";
inline constexpr std::string_view event_process = "CustomEvent";
inline constexpr auto system_processes =
    std::to_array<std::string_view>({record_process, "InvocableProcess", event_process});
inline constexpr std::string_view process_value = "processMetadataValues";
inline constexpr std::string_view process_on_create = "onCreateOnly"; // else onAllChanges

// Standard actions that touch records. The name of a quick action begins with an object.
inline constexpr std::string_view apex_action = "apex";
inline constexpr std::string_view called_flow_action = "flow"; // of a process
inline constexpr std::string_view quick_action = "quickAction";

// What is done to the records that a start is for.
inline constexpr auto record_triggers = std::to_array<model::operations_word>({
    {"Create", operations::create},
    {"Update", operations::update},
    {"CreateAndUpdate", operations(operations::create) | operations::update},
    {"Delete", operations::remove},
});
inline constexpr std::string_view event_trigger = "PlatformEvent";
inline constexpr std::string_view record_trigger_prefix = "Record"; // RecordBeforeSave, RecordAfterSave, …

} // namespace proviso::metadata
