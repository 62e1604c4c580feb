// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/photo_strip.h"

#include "ui/content/photo_files.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace cuntu::ui {

namespace {

constexpr QSize k_small(84, 64);
constexpr QSize k_large(1000, 750);
constexpr std::size_t k_most = 12; // in a row; the others are on the map

} // namespace

PhotoStrip::PhotoStrip(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_loading(bench.jobs), m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("photoStrip"));
    m_row->setContentsMargins({});
    m_row->setSpacing(4);
    m_row->setAlignment(Qt::AlignLeft);
    hide();
}

QString PhotoStrip::describe(const Photo &photo)
{
    QStringList parts{photo.name};
    if (photo.facts.taken) {
        parts << photo.facts.taken->toIso().replace(QLatin1Char('T'), QLatin1Char(' '));
    }
    if (photo.distance_m) {
        parts << tr("%1 m away").arg(*photo.distance_m, 0, 'f', 0);
    }
    return parts.join(QStringLiteral("\n"));
}

void PhotoStrip::clear()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void PhotoStrip::show(const Selection &selection)
{
    std::vector<Photo> photos;
    const Immutable<ProjectState> state = m_bench.session.state();
    for (const Photo &photo : state &&selection.features.size() == 1 ? state->photos : std::vector<Photo>()) {
        if (photo.layer == selection.layer && photo.feature == selection.features.front() && photos.size() < k_most) {
            photos.push_back(photo);
        }
    }
    m_loading.stop();
    if (photos.empty()) {
        clear();
        hide();
        return;
    }
    m_loading.run(
        tr("Reading photos"), this,
        [project = m_bench.session.project(), photos](const JobContext &job) -> Result<std::vector<Loaded>> {
            std::vector<Loaded> loaded;
            for (const Photo &photo : photos) {
                auto bytes = project->photoBytes(photo.id);
                if (!bytes || job.isCancelled()) {
                    return bytes ? cancelledError() : bytes.error();
                }
                loaded.push_back({photo, *bytes, thumbnail(*bytes, k_small)});
            }
            return loaded;
        },
        [this](const Result<std::vector<Loaded>> &loaded) {
            if (loaded) {
                fill(*loaded);
            } else {
                m_bench.log.fail(loaded.error());
            }
        });
}

void PhotoStrip::fill(const std::vector<Loaded> &loaded)
{
    clear();
    for (const Loaded &each : loaded) {
        auto *button = new QToolButton;
        button->setObjectName(QStringLiteral("photo"));
        button->setAccessibleName(each.photo.name);
        button->setToolTip(describe(each.photo));
        button->setIcon(QPixmap::fromImage(each.small));
        button->setIconSize(k_small);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this, each] { open(each); });
        m_row->addWidget(button);
    }
    setVisible(!loaded.empty());
}

void PhotoStrip::open(const Loaded &loaded)
{
    auto *dialog = new QDialog(window());
    dialog->setObjectName(QStringLiteral("photoView"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(loaded.photo.name);
    auto *layout = new QVBoxLayout(dialog);
    auto *picture = new QLabel;
    picture->setPixmap(QPixmap::fromImage(thumbnail(loaded.bytes, k_large)));
    layout->addWidget(picture);
    layout->addWidget(new QLabel(describe(loaded.photo)));
    dialog->open();
}

} // namespace cuntu::ui
