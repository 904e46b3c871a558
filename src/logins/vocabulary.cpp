#include "logins/vocabulary.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace proviso::logins {
namespace {

// Object Reference, LoginHistory.LoginType and .LoginSubType; EventLogFile, event type Login, LOGIN_TYPE and
// LOGIN_SUB_TYPE. Codes are letters whose case counts.
constexpr std::array types = std::to_array<spelling>({
    {"AppExchange", "AppExchange", "7"},
    {"Application", "Application", "A"},
    {"Certificate", "Certificate-based login", "s"},
    {"ChatterCommunityPortalUnPwd", "Chatter Communities External User", "k"},
    {"ChatterCommunityThirdPartySso", "Chatter Communities External User Third Party SSO", "n"},
    {"CrossTenantLogin", "Cross Tenant Login", "x"},
    {"EmployeeLoginToCommunity", "Employee Login to Community", "r"},
    {"HelpAndTraining", "Help And Training", ""},
    {"IeOfflineClient", "Offline Client", ""},
    {"LightningLogin", "Lightning Login", "z"},
    {"NetworksPortalApiOnly", "Networks Portal API Only", "l"},
    {"Oauth", "Remote Access Client", "6"},
    {"Oauth2", "Remote Access 2.0", "i"},
    {"OtherApi", "Other Apex API", "I"},
    {"Partner", "Partner Product", "R"},
    {"PasswordlessLogin", "Passwordless Login", "w"},
    {"PasswordlessPasskeyLogin", "Passwordless Login via Passkeys", ""},
    {"Portal", "Customer Service Portal", "3"},
    {"PortalThirdPartySso", "Customer Service Portal Third-Party SSO", ""},
    {"PrmPortal", "Partner Portal", "9"},
    {"PrmPortalThirdPartySso", "Partner Portal Third-Party SSO", "q"},
    {"Saml", "SAML Idp Initiated SSO", "5"},
    {"Saml2", "SAML Sfdc Initiated SSO", "8"},
    {"SamlChatterNetworks", "SAML Chatter Communities External User SSO", "m"},
    {"SamlCspPortal", "SAML Customer Service Portal SSO", "b"},
    {"SamlPrmPortal", "SAML Partner Portal SSO", "c"},
    {"SamlSite", "SAML Site SSO", "h"},
    {"SelfService", "SelfService", "E"},
    {"ThirdPartySso", "Third Party SSO", "j"},
});

constexpr std::array subtypes = std::to_array<spelling>({
    {"InternalSalesforceAuthentication", "Internal Salesforce Authentication", ""},
    {"OauthClientCredentials", "OAuth Client Credentials", "oauthclientcredential"},
    {"OauthHybridRefreshToken", "OAuth Refresh Token for Hybrid Apps", ""},
    {"OauthHybridTokenExchange", "OAuth Token Exchange for Hybrid Apps", ""},
    {"OauthHybridUserAgent", "OAuth User-Agent for Hybrid Apps", "oauthhybridtoken"},
    {"OauthHybridWebServer", "OAuth Web Server for Hybrid Apps", "oauthhybridauthcode"},
    {"OauthOtpLogin", "OAuth OTP Login", ""},
    {"OauthRefreshToken", "OAuth Refresh Token", ""},
    {"OauthTokenExchange", "OAuth Token Exchange", ""},
    {"OauthUserAgent", "OAuth User-Agent", "oauthtoken"},
    {"OauthUserAgentIdToken", "OAuth User-Agent with ID Token", "oauthtokenidtoken"},
    {"OauthUsernamePassword", "OAuth Username-Password", "oauthpassword"},
    {"OauthWebServer", "OAuth Web Server", "oauthcode"},
    {"SoapApiLogin", "SOAP API", ""},
    {"SoapApiLoginMobile", "SOAP API (Mobile)", ""},
    {"SoapApiLoginNetworksPortal", "SOAP API (Networks Portal)", ""},
    {"SoapApiLoginPortal", "SOAP API (Portal)", ""},
    {"SoapApiLoginSelfService", "SOAP API (Self-Service)", ""},
    {"UiPasswordReset", "UI Password Reset", ""},
    {"UsernamePasswordUiLogin", "UI Username-Password", "uiup"},
});

// Of LoginHistory and of event log files.
constexpr std::array<std::string_view, 2> success_statuses{"Success", "LOGIN_NO_ERROR"};

constexpr std::string_view internal_login_type = "EmployeeLoginToCommunity";

constexpr std::string_view login_event = "Login";

// How the reasons begin that LoginHistory gives, and those of event log files. Object Reference, EventLogFile,
// event type Login, LOGIN_STATUS, with the details of its codes.
constexpr std::array<std::string_view, 20> failure_beginnings{
    "Failed",       "Invalid",   "Restricted",    "User",   "Password", "Organization", "Maximum",
    "Mutual",       "Unable",    "No Salesforce", "Login",  "Too many", "Expired",      "Certificate",
    "API security", "Multiple ", "LOGIN_",        "OAUTH_", "SAML_",    "API_"};

struct user_type_kind {
  std::string_view name;
  user_kind kind;
};

// Object Reference, User.UserType; EventLogFile, USER_TYPE.
constexpr std::array user_types = std::to_array<user_type_kind>({
    {"CspLitePortal", user_kind::external},
    {"CustomerSuccess", user_kind::external},
    {"PowerCustomerSuccess", user_kind::external},
    {"PowerPartner", user_kind::external},
    {"SelfService", user_kind::external},
    {"AutomatedProcess", user_kind::internal},
    {"CloudIntegrationUser", user_kind::internal},
    {"CsnOnly", user_kind::internal},
    {"Insights", user_kind::internal},
    {"Standard", user_kind::internal},
    {"Guest", user_kind::guest},
});

bool names(const spelling& thing, std::string_view name) {
  return base::same_but_case(thing.api, name) || base::same_but_case(thing.label, name) ||
         (!name.empty() && thing.code == name);
}

// Null where it is none of these.
const spelling* known(std::span<const spelling> all, std::string_view name) {
  const auto found = std::ranges::find_if(all, [name](const spelling& thing) { return names(thing, name); });
  return found == all.end() ? nullptr : &*found;
}

} // namespace

std::vector<tables::column> history_columns() {
  return {{"the row's id", {"Id"}},
          {"the user's id", {"UserId", "USER_ID_DERIVED"}},
          {"the user's name", {"Username", "User.Username"}},
          {"the time of a login", {"LoginTime", "TIMESTAMP_DERIVED", "TIMESTAMP"}},
          {"the status of a login", {"Status", "LOGIN_STATUS"}},
          {"the login's type", {"LoginType"}},
          {"the login's subtype", {"LoginSubType"}},
          {"the user's type", {"UserType", "User.UserType"}},
          {"the request", {"REQUEST_ID"}},
          {"the session", {"LOGIN_KEY"}},
          {"the event", {"EVENT_TYPE"}},
          {"the time of an event", {"TIMESTAMP"}}};
}

std::span<const std::string_view> successes() {
  return success_statuses;
}

bool is_success(std::string_view status) {
  return std::ranges::any_of(
      success_statuses, [status](auto each) { return status == each || base::same_but_case(status, each); });
}

bool is_failure(std::string_view status) {
  return std::ranges::any_of(failure_beginnings, [status](auto begin) {
    return status.size() >= begin.size() && base::same_but_case(status.substr(0, begin.size()), begin);
  });
}

bool is_login_event(std::string_view event) {
  return event.empty() || base::same_but_case(event, login_event);
}

bool begins_a_success(std::string_view status) {
  return !status.empty() && std::ranges::any_of(success_statuses, [status](auto each) {
    return status.size() < each.size() && base::same_but_case(each.substr(0, status.size()), status);
  });
}

std::span<const spelling> login_types() {
  return types;
}

std::span<const spelling> login_subtypes() {
  return subtypes;
}

bool same_name(std::span<const spelling> all, std::string_view a, std::string_view b) {
  return a == b || (a.size() > 1 && base::same_but_case(a, b)) ||
         std::ranges::any_of(all, [&](const spelling& thing) { return names(thing, a) && names(thing, b); });
}

bool may_be(std::span<const spelling> all, std::string_view name, std::string_view text) {
  constexpr std::size_t longest_code = 2; // who names a code means it
  if (text.empty() || known(all, text) != nullptr)
    return false;
  if (const auto* thing = known(all, name))
    return thing->code.empty();
  return name.size() > longest_code && known(types, name) == nullptr && known(subtypes, name) == nullptr;
}

bool is_internal_login(std::string_view login_type) {
  return same_name(types, login_type, internal_login_type);
}

std::string_view internal_login() {
  return internal_login_type;
}

user_kind kind_of(std::string_view user_type) {
  const auto found = std::ranges::find_if(
      user_types, [user_type](const auto& each) { return base::same_but_case(each.name, user_type); });
  return found == user_types.end() ? user_kind::unknown : found->kind;
}

std::vector<std::string_view> internal_user_types() {
  std::vector<std::string_view> names;
  for (const auto& each : user_types)
    if (each.kind != user_kind::external)
      names.push_back(each.name);
  return names;
}

} // namespace proviso::logins
