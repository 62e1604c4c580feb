// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_job.h"

#include <QObject>

#include <memory>

namespace cuntu {

/// Draws requests on a thread of its own; the latest one wins.
///
///     1. connect to finished() and, if wanted, partial() and failed()
///     2. start(request), as often as the map changes: what was being drawn is cancelled
///     3. the signals come on the thread that owns this object, and only for the latest request
///
/// Destroying it cancels and waits (under 50 ms).
class CUNTU_MAPS_EXPORT MapRenderer : public QObject {
    Q_OBJECT

public:
    explicit MapRenderer(QObject *parent = nullptr);
    ~MapRenderer() override;

    /// Draws @p request instead of whatever is being drawn.
    void start(RenderRequest request);
    /// Stops; no signal follows but runningChanged(false).
    void cancel();
    bool isRunning() const;

Q_SIGNALS:
    void finished(const cuntu::RenderResult &result);
    /// A picture that is not complete yet, of the latest request, with the extent it shows.
    void partial(const QImage &image, const cuntu::MapExtent &extent);
    void failed(const cuntu::Error &error);
    void runningChanged(bool running);

private:
    class Worker;
    void setRunning(bool running);

    std::unique_ptr<Worker> m_worker;
    bool m_running = false;
};

} // namespace cuntu
