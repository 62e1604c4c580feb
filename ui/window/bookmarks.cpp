// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/bookmarks.h"

#include <QMenu>

namespace cuntu::ui {

Bookmarks::Bookmarks(Workbench &bench, MapView &map, QObject *parent) : QObject(parent), m_bench(bench), m_map(map)
{
    setObjectName(QStringLiteral("bookmarks"));
}

QString Bookmarks::key() const
{
    return Settings::keyOfProject(m_bench.session.project()->path(), "bookmarks");
}

std::vector<Bookmark> Bookmarks::all() const
{
    std::vector<Bookmark> bookmarks;
    if (!m_bench.session.hasProject()) {
        return bookmarks;
    }
    for (const QVariant &each : m_bench.settings.value(key()).toList()) {
        const QVariantList parts = each.toList();
        if (parts.size() == 5) {
            bookmarks.push_back({parts[0].toString(),
                                 {parts[1].toDouble(), parts[2].toDouble(), parts[3].toDouble(), parts[4].toDouble()}});
        }
    }
    return bookmarks;
}

void Bookmarks::store(const std::vector<Bookmark> &bookmarks)
{
    QVariantList list;
    for (const Bookmark &each : bookmarks) {
        const Box &box = each.box;
        list << QVariant(QVariantList{each.name, box.minX, box.minY, box.maxX, box.maxY});
    }
    m_bench.settings.setValue(key(), list);
}

void Bookmarks::add(const QString &name)
{
    std::vector<Bookmark> bookmarks = all();
    std::erase_if(bookmarks, [&](const Bookmark &each) { return each.name == name; });
    bookmarks.push_back({name, m_map.extent().box()});
    store(bookmarks);
}

void Bookmarks::remove(const QString &name)
{
    std::vector<Bookmark> bookmarks = all();
    std::erase_if(bookmarks, [&](const Bookmark &each) { return each.name == name; });
    store(bookmarks);
}

void Bookmarks::goTo(const QString &name)
{
    for (const Bookmark &each : all()) {
        if (each.name == name) {
            m_map.zoomTo(each.box);
        }
    }
}

void Bookmarks::fill(QMenu &menu, QAction *add)
{
    menu.clear();
    menu.addAction(add);
    menu.addSeparator();
    const std::vector<Bookmark> bookmarks = all();
    if (bookmarks.empty()) {
        menu.addAction(tr("None yet"))->setEnabled(false);
        return;
    }
    QMenu *removal = new QMenu(tr("&Remove"), &menu);
    for (const Bookmark &each : bookmarks) {
        const QString text = QString(each.name).replace(QLatin1Char('&'), QStringLiteral("&&"));
        menu.addAction(text, this, [this, name = each.name] { goTo(name); });
        removal->addAction(text, this, [this, name = each.name] { remove(name); });
    }
    menu.addSeparator();
    menu.addMenu(removal);
}

} // namespace cuntu::ui
