package dk.grundskema.api.server.pages;

import dk.grundskema.api.exports.LookStyle;
import dk.grundskema.api.platform.Sha256;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.views.SeenTimetables.Seen;
import dk.grundskema.api.timetable.DayBoard;
import dk.grundskema.api.timetable.DoubleBookings;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.timetable.Look;
import dk.grundskema.api.timetable.Overview;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.api.web.app.timetable.TimetablePage;
import dk.grundskema.api.web.app.timetable.TimetablePage.Body;
import dk.grundskema.api.web.app.timetable.TimetablePage.Choice;
import dk.grundskema.api.web.app.timetable.TimetablePage.Choices;
import dk.grundskema.api.web.app.timetable.TimetablePage.Kind;
import dk.grundskema.api.web.app.timetable.TimetablePage.OfAll;
import dk.grundskema.api.web.app.timetable.TimetablePage.OfDay;
import dk.grundskema.api.web.app.timetable.TimetablePage.OfWeek;
import dk.grundskema.api.web.app.timetable.TimetablePage.Sought;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What there is to look at in a timetable, and what of it somebody asks for. */
final class TimetableChoices {
    /** A plan of more teams or weeks can't be seen at a glance. */
    private static final int MOST_TEAMS = 16;

    private static final int MOST_WEEKS = 8;
    private static final int TAG = 16;

    private final Seen seen;
    private final String at;
    private final boolean isSoFar;
    private final TimetableViews views;
    private final List<IsoWeek> weeks;
    private final List<Choices> choices;
    private final List<String> lessons;

    /** Of the timetable that a plan is at. */
    TimetableChoices(Seen seen) {
        this(seen, "/plans/" + seen.plan().id().value(), false);
    }

    /**
     * @param at      address below which the timetable and its looks are
     * @param isSoFar whether it is what the computer has found so far
     */
    TimetableChoices(Seen seen, String at, boolean isSoFar) {
        this.seen = seen;
        this.at = at;
        this.isSoFar = isSoFar;
        this.views = seen.views();
        this.weeks = List.copyOf(views.weeks());
        this.choices = choices();
        this.lessons = views.entries().stream()
                .filter(Entry::isUntouched)
                .map(Entry::title)
                .distinct()
                .sorted()
                .toList();
    }

    /** Says which looks they are: browsers keep a style for good, so one that is otherwise has another address. */
    static String tag(Seen seen) {
        return Sha256.of(LookStyle.of(seen.views().looks())).substring(0, TAG);
    }

    private List<Choices> choices() {
        var all = new ArrayList<Choices>();
        if (views.teams().size() <= MOST_TEAMS && weeks.size() <= MOST_WEEKS) {
            all.add(new Choices(Kind.WHOLE, List.of(new Choice(Kind.WHOLE, "", ""))));
        }
        all.add(new Choices(Kind.DAY, List.of(new Choice(Kind.DAY, "", ""))));
        all.add(named(Kind.TEAM, views.teams()));
        all.add(named(Kind.STAFF, views.staffInSomething()));
        all.add(named(Kind.ROOM, views.rooms()));
        if (seen.hasNames()) {
            all.add(new Choices(
                    Kind.STUDENT,
                    views.students().stream()
                            .map(one -> new Choice(Kind.STUDENT, one.id().value(), one.name()))
                            .toList()));
        }
        all.removeIf(one -> one.all().isEmpty());
        return all;
    }

    private static <I extends Id> Choices named(Kind kind, List<Named<I>> all) {
        return new Choices(
                kind,
                all.stream()
                        .map(one -> new Choice(kind, one.id().value(), one.name()))
                        .toList());
    }

    /**
     * The page that is asked for; what isn't said is what is best to begin with.
     *
     * @throws Refusal 404 if the timetable has nobody and nothing of that id
     */
    TimetablePage page(String of, String week, String date, Sought sought) {
        Choice shown = of.isEmpty() ? first() : chosen(of);
        LocalDate day = day(week, date);
        IsoWeek asked = shown.kind() == Kind.DAY ? IsoWeek.of(day) : week(week);
        return new TimetablePage(
                at + "/timetable",
                isSoFar,
                "%s/looks/%s.css".formatted(at, tag(seen)),
                choices,
                shown,
                weeks,
                asked,
                body(shown, day, asked),
                sought,
                Stream.concat(views.looks().stream().map(Look::name), lessons.stream())
                        .distinct()
                        .toList(),
                null);
    }

    /**
     * What an address says was sought.
     *
     * @param look   number of a look
     * @param lesson number of what lessons are called of which nothing was planned
     * @param missed whether nothing was found
     */
    Sought sought(int look, int lesson, boolean missed) {
        String title = lesson >= 0 && lesson < lessons.size() ? lessons.get(lesson) : "";
        return new Sought(look, title, missed, List.of(), false);
    }

    /**
     * What an address says may be meant by what was typed.
     *
     * @param hits    each as {@link #find} says it
     * @param hasMore whether there are more
     */
    Sought sought(List<String> hits, boolean hasMore, String of, String week) {
        return new Sought(-1, "", false, search(of, week).hits(hits), hasMore);
    }

    /** What an address asks for to show what is called as was typed, to choose from it, or to say that nothing is. */
    String find(String typed, String of, String week) {
        return search(of, week).find(typed);
    }

    private TimetableSearch search(String of, String week) {
        return new TimetableSearch(views, choices, lessons, of, week(week));
    }

    /** The whole plan where it can be seen at a glance, else the week of one team: a day of thirty classes is no first look at a plan. */
    private Choice first() {
        return choices.stream()
                .filter(one -> one.kind() == Kind.WHOLE || one.kind() == Kind.TEAM)
                .findFirst()
                .orElse(choices.getFirst())
                .all()
                .getFirst();
    }

    private Choice chosen(String of) {
        return choices.stream()
                .flatMap(kind -> kind.all().stream())
                .filter(one -> one.value().equals(of))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** That of all weeks in which something is held that is meant; the first if none is. */
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

    private Body body(Choice shown, LocalDate day, IsoWeek asked) {
        return switch (shown.kind()) {
            case WHOLE -> new OfAll(Overview.of(views), DoubleBookings.of(views.entries(), views));
            case DAY -> new OfDay(DayBoard.of(day, views), dates(IsoWeek.of(day)));
            case TEAM -> week(shown, asked, views.teams(), views::of);
            case STAFF -> week(shown, asked, views.staff(), views::ofPerson);
            case ROOM -> week(shown, asked, views.rooms(), views::ofRoom);
            case STUDENT -> {
                Member student = views.students().stream()
                        .filter(one -> one.id().value().equals(shown.id()))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
                yield ofWeek(student.id(), asked, views.ofStudent(student), true);
            }
        };
    }

    private <I extends Id> OfWeek week(
            Choice shown, IsoWeek asked, List<Named<I>> all, Function<Named<I>, List<Entry>> entries) {
        Named<I> one = all.stream()
                .filter(each -> each.id().value().equals(shown.id()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return ofWeek(one.id(), asked, entries.apply(one), seen.hasNames());
    }

    private OfWeek ofWeek(Object self, IsoWeek asked, List<Entry> entries, boolean hasNames) {
        List<Entry> shown = entries.stream()
                .filter(entry -> entry.occurrence().week().equals(asked))
                .toList();
        return new OfWeek(self, entries, hasNames, DoubleBookings.of(shown, views));
    }
}
