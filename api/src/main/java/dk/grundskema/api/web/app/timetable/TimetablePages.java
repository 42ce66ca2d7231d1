package dk.grundskema.api.web.app.timetable;

import dk.grundskema.api.exports.BoardSection;
import dk.grundskema.api.exports.Viewpoint;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Look;
import dk.grundskema.api.timetable.NaturalOrder;
import dk.grundskema.api.timetable.WeekGrid;
import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Asset;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.Visitor;
import dk.grundskema.api.web.app.timetable.TimetablePage.Body;
import dk.grundskema.api.web.app.timetable.TimetablePage.OfAll;
import dk.grundskema.api.web.app.timetable.TimetablePage.OfDay;
import dk.grundskema.api.web.app.timetable.TimetablePage.OfWeek;
import dk.grundskema.domain.time.IsoWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the pages on which a timetable is looked at. */
public final class TimetablePages {
    /** A day of more lines than a school has is looked at for what is planned, not for every lesson. */
    private static final int MOST_LINES = 500;

    private final Area area;

    /** @param frame what stands around them */
    public TimetablePages(Frame frame) {
        this.area = new Area(TimetablePages.class, frame);
    }

    /** The page on which a timetable is looked at. */
    public String timetable(Visitor visitor, PlanBar bar, TimetablePage page) {
        TimetablePage.Choice shown = page.shown();
        String heading = shown.name().isEmpty() ? area.words().text("timetable.kind." + shown.kind()) : shown.name();
        var values = new HashMap<String, Object>(Map.of("page", page, "heading", heading));
        values.put("plan", bar.plan());
        values.put("back", bar.address(PlanPart.PLAN));
        values.put("body", body(visitor, page, page.body(), values));
        Head head = Head.of(heading, bar)
                .style(page.looks())
                .style(Asset.address("hand.css"))
                .broad()
                .fresh();
        return area.page(visitor, page.hand() == null ? head : head.script("hand.js"), "timetable", values);
    }

    private String body(Visitor visitor, TimetablePage page, Body body, Map<String, Object> common) {
        var values = new HashMap<>(common);
        return switch (body) {
            case OfWeek week -> {
                Viewpoint viewpoint = viewpoint(page.shown().kind(), week);
                values.put("viewpoint", viewpoint);
                values.put("self", String.valueOf(week.self()));
                values.put("grid", WeekGrid.of(page.week(), week.entries(), viewpoint.clashes()));
                values.put("twice", new Twice(area.words(), week.doubles(), week.self()));
                values.put("looks", looks(page.week(), week.entries()));
                List<Entry> shown = week.entries().stream()
                        .filter(entry -> entry.occurrence().week().equals(page.week()))
                        .toList();
                values.put("hasLessons", shown.stream().anyMatch(Entry::isUntouched));
                values.put("isSchool", shown.stream().allMatch(entry -> entry.existing() != null));
                values.put("hand", page.hand());
                String grid = area.part(visitor, "timetable-week", values);
                yield page.hand() == null ? grid : byHand(visitor, values, grid);
            }
            case OfDay day -> {
                values.put("board", day.board());
                values.put("dates", day.dates());
                List<BoardSection> all = BoardSection.of(day.board());
                List<BoardSection> sections = isTooLong(all)
                        ? all.stream().map(BoardSection::withoutUntouched).toList()
                        : all;
                values.put("sections", sections);
                values.put("lines", lines(sections));
                values.put("leftOut", lines(all) - lines(sections));
                yield area.part(visitor, "timetable-day", values);
            }
            case OfAll all -> {
                values.put("overview", all.overview());
                values.put("twice", new Twice(area.words(), all.doubles(), ""));
                values.put("first", page.firstTeam());
                yield area.part(visitor, "timetable-whole", values);
            }
        };
    }

    private static boolean isTooLong(List<BoardSection> sections) {
        return lines(sections) > MOST_LINES;
    }

    private static int lines(List<BoardSection> sections) {
        return sections.stream().mapToInt(section -> section.entries().size()).sum();
    }

    /** With what it takes to change it. */
    private String byHand(Visitor visitor, Map<String, Object> common, String grid) {
        var values = new HashMap<>(common);
        values.put("board", grid);
        values.put("said", area.words().keys("hand.say."));
        return area.part(visitor, "timetable-hand", values);
    }

    private static List<Look> looks(IsoWeek week, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.occurrence().week().equals(week) && !entry.isUntouched())
                .map(Entry::look)
                .distinct()
                .sorted(NaturalOrder.by(Look::name))
                .toList();
    }

    private Viewpoint viewpoint(TimetablePage.Kind kind, OfWeek week) {
        return switch (kind) {
            case STAFF ->
                week.hasNames()
                        ? Viewpoint.ofStaff(area.words(), week.self())
                        : Viewpoint.ofStaffWithoutNames(area.words(), week.self());
            case ROOM -> Viewpoint.ofRoom(area.words(), week.self());
            default -> Viewpoint.ofStudents(area.words(), week.self());
        };
    }
}
