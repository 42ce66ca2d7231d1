package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.documents.timetable.DayBoard;
import dk.grundskema.api.documents.timetable.MeetingStyle;
import dk.grundskema.api.documents.timetable.TimetableDoubleBookings;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
import dk.grundskema.api.documents.timetable.TimetableOverview;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.exports.sheet.MeetingStyleCss;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.history.LocatedFaults.LocatedFault;
import dk.grundskema.api.service.timetable.PlanTimetableReader.VisibleTimetable;
import dk.grundskema.api.service.timetable.TimetablePage.DayBody;
import dk.grundskema.api.service.timetable.TimetablePage.OverviewBody;
import dk.grundskema.api.service.timetable.TimetablePage.SearchResult;
import dk.grundskema.api.service.timetable.TimetablePage.TimetableBody;
import dk.grundskema.api.service.timetable.TimetablePage.ViewKind;
import dk.grundskema.api.service.timetable.TimetablePage.ViewTarget;
import dk.grundskema.api.service.timetable.TimetablePage.ViewTargetGroup;
import dk.grundskema.api.service.timetable.TimetablePage.WeekBody;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.check.ViolationPlace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Builds the timetable page: lists the available views and resolves the selected one. */
final class TimetablePageBuilder {
    /** Maximum number of teams or weeks in the overview. */
    private static final int MOST_TEAMS = 16;

    private static final int MOST_WEEKS = 8;
    private static final int TAG = 16;

    private final VisibleTimetable visibleTimetable;
    private final String at;
    private final boolean isSoFar;
    private final TimetableViews views;
    private final List<IsoWeek> weeks;
    private final List<ViewTargetGroup> choices;
    private final List<String> lessons;

    /** Creates a builder for the plan's current timetable. */
    TimetablePageBuilder(VisibleTimetable visibleTimetable) {
        this(visibleTimetable, "/plans/" + visibleTimetable.plan().id().value(), false);
    }

    /**
     * @param at      base address of the timetable and its styles
     * @param isSoFar whether this is the interim result of a solve
     */
    TimetablePageBuilder(VisibleTimetable visibleTimetable, String at, boolean isSoFar) {
        this.visibleTimetable = visibleTimetable;
        this.at = at;
        this.isSoFar = isSoFar;
        this.views = visibleTimetable.views();
        this.weeks = List.copyOf(views.weeks());
        this.choices = allTargets();
        this.lessons = views.entries().stream()
                .filter(TimetableEntry::isUntouched)
                .map(TimetableEntry::title)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the tag of the styles. Browsers cache a style sheet permanently, so another one needs another address. */
    static String styleSheetTag(VisibleTimetable visibleTimetable) {
        return Sha256.of(MeetingStyleCss.cssRules(visibleTimetable.views().meetingStyles()))
                .substring(0, TAG);
    }

    private List<ViewTargetGroup> allTargets() {
        var all = new ArrayList<ViewTargetGroup>();
        if (views.teams().size() <= MOST_TEAMS && weeks.size() <= MOST_WEEKS) {
            all.add(new ViewTargetGroup(ViewKind.WHOLE, List.of(new ViewTarget(ViewKind.WHOLE, "", ""))));
        }
        all.add(new ViewTargetGroup(ViewKind.DAY, List.of(new ViewTarget(ViewKind.DAY, "", ""))));
        all.add(targetsOf(ViewKind.TEAM, views.teams()));
        all.add(targetsOf(ViewKind.STAFF, views.staffWithEntries()));
        all.add(targetsOf(ViewKind.ROOM, views.rooms()));
        if (visibleTimetable.hasNames()) {
            all.add(new ViewTargetGroup(
                    ViewKind.STUDENT,
                    views.students().stream()
                            .map(one ->
                                    new ViewTarget(ViewKind.STUDENT, one.id().value(), one.name()))
                            .toList()));
        }
        all.removeIf(one -> one.all().isEmpty());
        return all;
    }

    private static <I extends Id> ViewTargetGroup targetsOf(ViewKind kind, List<NamedEntity<I>> all) {
        return new ViewTargetGroup(
                kind,
                all.stream()
                        .map(one -> new ViewTarget(kind, one.id().value(), one.name()))
                        .toList());
    }

    /**
     * Builds the page. Chooses defaults for what the address does not specify.
     *
     * @throws RefusalException 404 if the timetable has no person or thing with that id
     */
    TimetablePage build(String of, String week, String date, SearchResult sought) {
        ViewTarget shown = of.isEmpty() ? defaultTarget() : requireTarget(of);
        LocalDate day = day(week, date);
        IsoWeek requestedWeek = shown.kind() == ViewKind.DAY ? IsoWeek.of(day) : week(week);
        return new TimetablePage(
                at + "/timetable",
                isSoFar,
                "%s/looks/%s.css".formatted(at, styleSheetTag(visibleTimetable)),
                choices,
                shown,
                weeks,
                requestedWeek,
                body(shown, day, requestedWeek),
                sought,
                Stream.concat(views.meetingStyles().stream().map(MeetingStyle::name), lessons.stream())
                        .distinct()
                        .toList(),
                MeetingMarks.none(),
                null);
    }

    /**
     * A view to show.
     *
     * @param of   value of the view
     * @param week the week
     * @param date the day, for a day view
     */
    record ChosenView(String of, String week, String date) {}

    /**
     * Returns the view that shows a fault best: the timetable of the person or room that it is about, else that of the meeting's team, of its staff or
     * of its room, else the day.
     *
     * @param fault a fault that is in a meeting
     */
    ChosenView viewOf(LocatedFault fault) {
        ViolationPlace place = fault.places().getFirst();
        LocalDate date = place.dates().getFirst();
        Stream<Id> about = fault.fault().violation().arguments().stream()
                .filter(one -> one instanceof StaffId || one instanceof RoomId)
                .map(Id.class::cast);
        Stream<Id> there = views.entries().stream()
                .filter(entry -> entry.date().equals(date)
                        && entry.occurrence().meeting().sessionId().equals(place.session()))
                .findFirst()
                .stream()
                .flatMap(entry -> Stream.of(entry.teams(), entry.staff(), entry.rooms())
                        .flatMap(List::stream)
                        .map(NamedEntity::id)
                        .map(Id.class::cast));
        String of = Stream.concat(about, there)
                .flatMap(id -> findTarget(id).stream())
                .findFirst()
                .map(ViewTarget::value)
                .orElse(ViewKind.DAY.name());
        return new ChosenView(of, String.valueOf(IsoWeek.of(date)), String.valueOf(date));
    }

    private Optional<ViewTarget> findTarget(Id id) {
        ViewKind kind = switch (id) {
            case StaffId person -> ViewKind.STAFF;
            case RoomId room -> ViewKind.ROOM;
            default -> ViewKind.TEAM;
        };
        return choices.stream()
                .filter(one -> one.kind() == kind)
                .flatMap(one -> one.all().stream())
                .filter(one -> one.id().equals(id.value()))
                .findFirst();
    }

    /**
     * Returns the search result of an address.
     *
     * @param look   number of a style
     * @param lesson number of a title of unplanned lessons
     * @param missed whether nothing was found
     */
    SearchResult searchResult(int look, int lesson, boolean missed) {
        String title = lesson >= 0 && lesson < lessons.size() ? lessons.get(lesson) : "";
        return new SearchResult(look, title, missed, List.of(), false);
    }

    /**
     * Returns the candidates of an address.
     *
     * @param hits    keys as {@link #findAddress} writes them
     * @param hasMore whether there are further candidates
     */
    SearchResult searchResult(List<String> hits, boolean hasMore, String of, String week) {
        return new SearchResult(-1, "", false, search(of, week).hits(hits), hasMore);
    }

    /** Searches for a text. Returns the query of the page that shows the match, lists several matches, or reports that there is none. */
    String findAddress(String typed, String of, String week) {
        return search(of, week).find(typed);
    }

    private TimetableSearch search(String of, String week) {
        return new TimetableSearch(views, choices, lessons, of, week(week));
    }

    /**
     * Returns the overview if the plan is small enough, otherwise the week of one team: a day of thirty classes is no useful first view.
     */
    private ViewTarget defaultTarget() {
        return choices.stream()
                .filter(one -> one.kind() == ViewKind.WHOLE || one.kind() == ViewKind.TEAM)
                .findFirst()
                .orElse(choices.getFirst())
                .all()
                .getFirst();
    }

    private ViewTarget requireTarget(String of) {
        return choices.stream()
                .flatMap(kind -> kind.all().stream())
                .filter(one -> one.value().equals(of))
                .findFirst()
                .orElseThrow(RefusalException::notFound);
    }

    /** Returns the requested week if it has entries, otherwise the first week. */
    private IsoWeek week(String said) {
        return weeks.stream()
                .filter(one -> one.toString().equals(said))
                .findFirst()
                .orElse(weeks.getFirst());
    }

    private LocalDate day(String week, String date) {
        return views.dates().stream()
                .filter(one -> one.toString().equals(date))
                .findFirst()
                .orElseGet(() -> dates(week(week)).getFirst());
    }

    private List<LocalDate> dates(IsoWeek week) {
        return views.dates().stream()
                .filter(date -> IsoWeek.of(date).equals(week))
                .toList();
    }

    private TimetableBody body(ViewTarget shown, LocalDate day, IsoWeek requestedWeek) {
        return switch (shown.kind()) {
            case WHOLE ->
                new OverviewBody(TimetableOverview.of(views), TimetableDoubleBookings.of(views.entries(), views));
            case DAY -> new DayBody(DayBoard.of(day, views), dates(IsoWeek.of(day)));
            case TEAM -> week(shown, requestedWeek, views.teams(), views::ofTeam);
            case STAFF -> week(shown, requestedWeek, views.staff(), views::ofPerson);
            case ROOM -> week(shown, requestedWeek, views.rooms(), views::ofRoom);
            case STUDENT -> {
                NumberedStudent student = views.students().stream()
                        .filter(one -> one.id().value().equals(shown.id()))
                        .findFirst()
                        .orElseThrow(RefusalException::notFound);
                yield ofWeek(student.id(), requestedWeek, views.ofStudent(student), true);
            }
        };
    }

    private <I extends Id> WeekBody week(
            ViewTarget shown,
            IsoWeek requestedWeek,
            List<NamedEntity<I>> all,
            Function<NamedEntity<I>, List<TimetableEntry>> entries) {
        NamedEntity<I> one = all.stream()
                .filter(each -> each.id().value().equals(shown.id()))
                .findFirst()
                .orElseThrow(RefusalException::notFound);
        return ofWeek(one.id(), requestedWeek, entries.apply(one), visibleTimetable.hasNames());
    }

    private WeekBody ofWeek(Object self, IsoWeek requestedWeek, List<TimetableEntry> entries, boolean hasNames) {
        List<TimetableEntry> shown = entries.stream()
                .filter(entry -> entry.occurrence().week().equals(requestedWeek))
                .toList();
        return new WeekBody(self, entries, hasNames, TimetableDoubleBookings.of(shown, views));
    }
}
