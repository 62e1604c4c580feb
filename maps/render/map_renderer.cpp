// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/map_renderer.h"

#include "maps/render/picture_memory.h"
#include "maps/text.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace cuntu {

/// The drawing thread. It waits for a request, draws it, and posts the outcome to the owner with the request's number;
/// the owner drops what is not the latest.
class MapRenderer::Worker {
public:
    explicit Worker(MapRenderer &owner) : m_owner(owner), m_thread([this] { run(); }) {}

    ~Worker()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
            m_cancel.cancel();
        }
        m_wake.notify_one();
        m_thread.join();
    }

    void start(RenderRequest request)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_cancel.cancel();
            m_cancel = CancelToken();
            m_next = std::move(request);
            ++m_latest;
        }
        m_wake.notify_one();
    }

    void cancel()
    {
        const std::lock_guard lock(m_mutex);
        m_cancel.cancel();
        m_next.reset();
        ++m_latest;
    }

private:
    void run()
    {
        for (;;) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || m_next; });
            if (m_stop) {
                return;
            }
            const RenderRequest request = std::move(*m_next);
            m_next.reset();
            JobContext job;
            job.cancel = m_cancel;
            const std::uint64_t number = m_latest;
            lock.unlock();
            draw(request, job, number);
        }
    }

    void draw(const RenderRequest &request, const JobContext &job, std::uint64_t number)
    {
        auto result = drawSafely(request, job, number);
        if (job.isCancelled()) {
            return; // superseded: nobody waits for it
        }
        post(number, [result = std::move(result)](MapRenderer &owner) {
            owner.setRunning(false);
            if (result) {
                Q_EMIT owner.finished(*result);
            } else {
                Q_EMIT owner.failed(result.error());
            }
        });
    }

    /// One of the doors at which exceptions end: a bug in drawing must not end the program.
    Result<RenderResult> drawSafely(const RenderRequest &request, const JobContext &job, std::uint64_t number)
    {
        try {
            const PartialPicture partial = [&](const QImage &image) {
                post(number,
                     [image, extent = request.extent](MapRenderer &owner) { Q_EMIT owner.partial(image, extent); });
            };
            return render(request, job, partial, &m_memory);
        } catch (const std::exception &exception) {
            return Error{ErrorCode::Bug,
                         Maps::tr("the map could not be drawn"),
                         {},
                         {},
                         {},
                         {QString::fromUtf8(exception.what())}};
        }
    }

    template <class Action> void post(std::uint64_t number, Action action)
    {
        QMetaObject::invokeMethod(
            &m_owner,
            [this, number, action = std::move(action)] {
                if (isLatest(number)) {
                    action(m_owner);
                }
            },
            Qt::QueuedConnection);
    }

    bool isLatest(std::uint64_t number)
    {
        const std::lock_guard lock(m_mutex);
        return number == m_latest;
    }

    MapRenderer &m_owner;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<RenderRequest> m_next;
    CancelToken m_cancel;
    std::uint64_t m_latest = 0;
    PictureMemory m_memory; ///< of the drawing thread
    bool m_stop = false;
    std::thread m_thread; // last: it uses all of the above
};

MapRenderer::MapRenderer(QObject *parent) : QObject(parent), m_worker(std::make_unique<Worker>(*this)) {}

MapRenderer::~MapRenderer() = default;

void MapRenderer::start(RenderRequest request)
{
    m_worker->start(std::move(request));
    setRunning(true);
}

void MapRenderer::cancel()
{
    m_worker->cancel();
    setRunning(false);
}

bool MapRenderer::isRunning() const
{
    return m_running;
}

void MapRenderer::setRunning(bool running)
{
    if (running != m_running) {
        m_running = running;
        Q_EMIT runningChanged(running);
    }
}

} // namespace cuntu
