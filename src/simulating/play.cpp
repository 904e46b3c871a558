// Runs, one after the other: demand, pools, ceilings and the bill of each.
#include "simulating/scene.hpp"

#include <algorithm>

namespace proviso::simulating {
namespace {

class playing {
public:
  playing(const scene& of, kept_runs& keep) : scene_(of), keep_(keep), tally_(of) {
    activity_.resize(of.populations.size() * of.months);
    users_.resize(of.all.contract->skus.size() * of.months);
    logins_.resize(of.months);
    overage_.resize(of.months);
    for (const auto& one : of.pools)
      verdicts_.emplace_back(one.limits.windows().size());
  }

  void run(std::int64_t number);
  [[nodiscard]] tally take() { return std::move(tally_); }

private:
  void draw_demand(std::int64_t number);
  bool judge(std::size_t which, std::int64_t number); // false: something is not priced
  void note_day(std::size_t which, const pool::window& window, std::int64_t allowed);
  void judge_ceiling(std::size_t which);

  [[nodiscard]] const activity& of(std::size_t population, std::size_t month) const {
    return activity_[population * scene_.months + month];
  }
  [[nodiscard]] std::int64_t stream_logins(const std::vector<std::size_t>& stream, std::size_t month) const {
    std::int64_t sum = 0;
    for (const auto population : stream)
      sum += of(population, month).logins;
    return sum;
  }

  const scene& scene_;
  kept_runs& keep_;
  tally tally_;
  std::vector<activity> activity_;                    // by population, then month
  std::vector<std::int64_t> users_;                   // by SKU, then month
  std::vector<std::int64_t> logins_;                  // of one pool, by month
  std::vector<std::int64_t> by_stream_;               // of one month
  std::vector<money> overage_;                        // by month
  std::vector<std::vector<window_verdict>> verdicts_; // by pool
};

void playing::draw_demand(std::int64_t number) {
  std::ranges::fill(users_, 0);
  const auto run = static_cast<std::uint64_t>(number);
  for (std::size_t p = 0; p < scene_.populations.size(); ++p) {
    const auto& source = scene_.populations[p];
    const std::span months(&activity_[p * scene_.months], scene_.months);
    tally_.stopped += draw(source, scene_.asked.seed, run, months);
    for (std::size_t k = 0; k < months.size(); ++k)
      users_[source.sku * scene_.months + k] += months[k].users;
  }
}

// The day in the window on which its running sum exceeds what it allows.
void playing::note_day(std::size_t which, const pool::window& window, std::int64_t allowed) {
  const auto& pool = scene_.pools[which];
  auto left = allowed;
  auto month = static_cast<std::size_t>(window.first);
  while (month < static_cast<std::size_t>(window.last) && logins_[month] <= left)
    left -= logins_[month++];
  by_stream_.clear();
  for (const auto& stream : pool.streams)
    by_stream_.push_back(stream_logins(stream, month));
  const auto first = scene_.all.contract->months.months()[month].days.first;
  const auto day = (first - scene_.all.contract->months.term().first).count() +
                   pool.shares.first_above(month, by_stream_, left);
  ++tally_.pools[which].days[static_cast<std::size_t>(day)];
}

bool playing::judge(std::size_t which, std::int64_t number) {
  const auto& pool = scene_.pools[which];
  auto& counts = tally_.pools[which];
  auto& verdicts = verdicts_[which];
  for (std::size_t k = 0; k < scene_.months; ++k) {
    logins_[k] = 0;
    for (const auto& stream : pool.streams)
      logins_[k] += stream_logins(stream, k);
  }
  pool.limits.judge(logins_, verdicts);
  bool any = false;
  bool undecided = false;
  bool priced = true;
  for (std::size_t w = 0; w < verdicts.size(); ++w) {
    const auto& verdict = verdicts[w];
    const auto& window = pool.limits.windows()[w];
    counts.exceeded[w] += verdict.exceeded ? 1 : 0;
    counts.undecided[w] += verdict.undecided ? 1 : 0;
    counts.logins[w] += verdict.logins;
    const bool over = window.days.last < scene_.asked.today;
    any |= verdict.exceeded && !over;
    undecided |= verdict.undecided && !over;
    priced &= window.priced || (!verdict.exceeded && !verdict.undecided);
    overage_[static_cast<std::size_t>(window.last)] += verdict.overage;
    tally_.stopped += verdict.overage == most_money || verdict.logins >= most_simulated ? 1 : 0;
    if (verdict.exceeded)
      note_day(which, window, verdict.allowed);
    if (number < pool.kept)
      keep_.windows[which][static_cast<std::size_t>(number) * verdicts.size() + w] = verdict.logins;
  }
  counts.any += any ? 1 : 0;
  counts.any_undecided += undecided && !any ? 1 : 0;
  return priced;
}

void playing::judge_ceiling(std::size_t which) {
  const auto& ceiling = scene_.ceilings[which];
  auto& counts = tally_.ceilings[which];
  bool any = false;
  for (std::size_t k = 0; k < scene_.months; ++k)
    if (ceiling.most[k] >= 0 && users_[ceiling.sku * scene_.months + k] > ceiling.most[k]) {
      ++counts.by_month[k];
      any = true;
    }
  counts.any += any ? 1 : 0;
}

void playing::run(std::int64_t number) {
  draw_demand(number);
  std::ranges::fill(overage_, 0);
  bool priced = true;
  for (std::size_t i = 0; i < scene_.pools.size(); ++i)
    priced &= judge(i, number);
  tally_.unpriced += priced ? 0 : 1;
  for (std::size_t i = 0; i < scene_.ceilings.size(); ++i)
    judge_ceiling(i);
  keep_.costs[static_cast<std::size_t>(number)] = scene_.invoice.total(overage_);
}

} // namespace

tally play(const scene& of, std::int64_t first, std::int64_t end, kept_runs& keep) {
  playing all(of, keep);
  for (auto number = first; number < end; ++number)
    all.run(number);
  return all.take();
}

} // namespace proviso::simulating
