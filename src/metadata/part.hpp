// Reads one metadata file: what of it matters, with places; everything else is gone past, well-formedness of
// XML checked.
#pragma once

#include "base/diagnostic.hpp"
#include "metadata/org.hpp"
#include "metadata/vocabulary.hpp"
#include "metadata/xml_shape.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::metadata {

struct part { // of an org: what one file says
  std::optional<base::stated<std::string>> license;
  std::vector<grant> grants; // objects as numbered by the names that were given to the reader
  std::vector<sweeping_grant> sweeping;
  stated_names sets;                 // of a group; members of a site
  stated_names mutings;              // of a group
  stated_names profiles;             // members of a site; of a sharing set
  std::vector<shared_object> shared; // of a sharing set
  std::optional<base::stated<std::string>> self_registration;
  stated_names classes; // that may be run, as are flows and pages
  stated_names flows;
  stated_names pages;
  std::optional<base::span> all_flows;
  std::unique_ptr<metadata::flow> flow; // of such a file, as those below
  std::unique_ptr<metadata::flow_definition> flow_definition;
  std::unique_ptr<metadata::quick_action> quick_action;
  std::unique_ptr<apex::unit> code;
  std::unique_ptr<code_settings> settings;
  std::unique_ptr<metadata::page> page;
  std::vector<component_call> calls; // of a component
  manifest asks;
  base::span at; // the root element
  base::diagnostics faults;
};

// `source` is the number of the text among the sources of the run; objects and shapes are known from other
// files and added to.
[[nodiscard]] part read_part(std::string_view text, file_kind is, std::uint32_t source, object_names& objects,
                             xml_shapes& shapes);

} // namespace proviso::metadata
