// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/explain.h"
#include "ui/window/workbench.h"

#include <QWidget>

namespace cuntu::ui {

/// One question about a figure that was pointed at. Works its answer out when it is looked at, and again when the day
/// or the project changes.
class FigurePage : public QWidget {
    Q_OBJECT

public:
    explicit FigurePage(Workbench &bench, QWidget *parent = nullptr);

    /// Takes up another figure; empty: none.
    void setPick(std::optional<FigurePick> pick);

Q_SIGNALS:
    /// Features were picked: the map is to go there.
    void featurePicked();

protected:
    void showEvent(QShowEvent *event) override;
    /// Adapts the inputs to a new figure.
    virtual void takePick() {}
    /// Works the answer out; there is a figure and a project.
    virtual void work() = 0;
    /// Shows nothing.
    virtual void clear() = 0;
    /// Works the answer out again, now or when it is looked at.
    void refresh();
    const std::optional<FigurePick> &pick() const { return m_pick; }
    Day asOf() const { return m_bench.view.asOf(); }
    const Indicator *indicator() const;

    /// Runs @p answer (state, job -> Result) and gives what comes of it to @p show; failures go to the log.
    template <class Answer, class Show> void answer(const QString &title, Answer answer, Show show)
    {
        m_working.follow(
            title, this,
            [state = m_bench.session.state(), answer](const JobContext &job) { return answer(*state, job); },
            [this, show](auto result) {
                if (result) {
                    show(std::move(*result));
                } else if (result.error().code != ErrorCode::Cancelled) {
                    clear();
                    m_bench.log.fail(result.error());
                }
            });
    }

    Workbench &m_bench;

private:
    PacedJob m_working;
    std::optional<FigurePick> m_pick;
    bool m_isStale = false;
};

} // namespace cuntu::ui
