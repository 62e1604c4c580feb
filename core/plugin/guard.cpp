// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/guard.h"

#include "core/suitability/weighing.h"

#include <new>

namespace cuntu {

namespace {

/// Counts the exceptions of one function, whose copies share it.
class Fuse {
public:
    Fuse(QString plugin, QString thing) : m_plugin(std::move(plugin)), m_thing(std::move(thing)) {}

    bool isBlown() const { return m_failures.load(std::memory_order_relaxed) >= k_mostFailures; }

    /// The exception that is being handled, as an Error. Only in a catch block.
    Error caught()
    {
        QString what = Core::tr("unknown exception");
        bool counts = true;
        try {
            throw;
        } catch (const std::bad_alloc &) {
            what = Core::tr("not enough memory");
            counts = false; // the machine's fault as likely as the plugin's
        } catch (const std::exception &exception) {
            what = QString::fromUtf8(exception.what());
        } catch (...) {
        }
        if (counts) {
            m_failures.fetch_add(1, std::memory_order_relaxed);
        }
        return error(Core::tr("plugin %1 failed in %2: %3").arg(m_plugin, m_thing, what),
                     isBlown() ? switchedOffAdvice()
                               : Core::tr("Nothing was changed. Tell the author of the plugin what you did."));
    }

    Error switchedOff() const
    {
        return error(
            Core::tr("%1 of plugin %2 is switched off: it failed %3 times").arg(m_thing, m_plugin).arg(k_mostFailures),
            switchedOffAdvice());
    }

private:
    static constexpr int k_mostFailures = 3;

    static QString switchedOffAdvice()
    {
        return Core::tr("It stays off until the program is started again. Update the plugin, or tell its author.");
    }

    Error error(const QString &sentence, const QString &advice) const
    {
        Where where;
        where.plugin = m_plugin;
        return {ErrorCode::PluginFailed, sentence, where, advice, {}, {}};
    }

    QString m_plugin;
    QString m_thing;
    std::atomic<int> m_failures{0};
};

/// Puts @p fuse around a function that can answer with an Error.
template <class R, class... Args>
void guard(std::function<Result<R>(Args...)> &function, const QString &plugin, const QString &thing)
{
    auto fuse = std::make_shared<Fuse>(plugin, thing);
    function = [inner = std::move(function), fuse = std::move(fuse)](Args... args) -> Result<R> {
        if (fuse->isBlown()) {
            return fuse->switchedOff();
        }
        try {
            return inner(args...);
        } catch (...) {
            return fuse->caught();
        }
    };
}

void guard(RowCheck &check, const QString &plugin, const QString &thing)
{
    auto fuse = std::make_shared<Fuse>(plugin, thing);
    check = [inner = std::move(check), fuse = std::move(fuse)](const LayerSchema &schema, const FeatureRow &row,
                                                               std::vector<RowFinding> &findings) {
        const std::size_t before = findings.size();
        std::optional<Error> error;
        if (fuse->isBlown()) {
            error = fuse->switchedOff();
        } else {
            try {
                inner(schema, row, findings);
            } catch (...) {
                findings.resize(std::min(before, findings.size()));
                error = fuse->caught();
            }
        }
        if (error) {
            findings.push_back({row.sourceRow, {}, Core::tr("not checked: %1").arg(error->sentence), false});
        }
    };
}

} // namespace

void guardCallbacks(Registry &draft, const QString &plugin)
{
    for (Indicator &indicator : draft.indicators) {
        guard(indicator.evaluate, plugin, Core::tr("indicator %1").arg(indicator.id));
    }
    for (Overlay &overlay : draft.overlays) {
        guard(overlay.classify, plugin, Core::tr("overlay %1").arg(overlay.id));
    }
    for (Algorithm &algorithm : draft.algorithms) {
        const QString thing = Core::tr("algorithm %1").arg(algorithm.id);
        if (auto *weighing = algorithm.run.target<Weighing>()) {
            guard(weighing->measure, plugin, thing);
            guard(weighing->conclude, plugin, thing);
        } else {
            guard(algorithm.run, plugin, thing);
        }
    }
    for (Check &check : draft.checks) {
        guard(check.run, plugin, Core::tr("check %1").arg(check.id));
        if (check.fix) {
            guard(check.fix, plugin, Core::tr("check %1").arg(check.id));
        }
    }
    for (auto &[layer, rowChecks] : draft.rowChecks) {
        for (RowCheck &check : rowChecks) {
            guard(check, plugin, Core::tr("row checks of layer %1").arg(layer));
        }
    }
}

} // namespace cuntu
