package dk.grundskema.api.server.pages;

import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.timetable.Look;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.api.web.app.Address;
import dk.grundskema.api.web.app.timetable.TimetablePage.Choice;
import dk.grundskema.api.web.app.timetable.TimetablePage.Choices;
import dk.grundskema.api.web.app.timetable.TimetablePage.Kind;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds what somebody types in a timetable: a person, a room, a team or a subject, planned or not. */
final class TimetableSearch {
    private final TimetableViews views;
    private final List<Choices> choices;
    private final List<String> lessons;

    /**
     * @param choices what there is to look at for whoever searches
     * @param lessons what lessons are called of which nothing was planned
     */
    TimetableSearch(TimetableViews views, List<Choices> choices, List<String> lessons) {
        this.views = views;
        this.choices = choices;
        this.lessons = lessons;
    }

    /**
     * What an address asks for to show what is meant; a name that is typed whole wins, then one that begins like that, then one that has it somewhere.
     *
     * @param typed what was typed
     * @param of    what is looked at
     * @param week  in which week
     * @return empty if nothing is called like that
     */
    Optional<String> find(String typed, String of, IsoWeek week) {
        String sought = typed.strip().toLowerCase(Locale.ROOT);
        if (sought.isEmpty()) {
            return Optional.empty();
        }
        List<Predicate<String>> ways =
                List.of(name -> name.equals(sought), name -> name.startsWith(sought), name -> name.contains(sought));
        return ways.stream().flatMap(way -> meant(way, of, week).stream()).findFirst();
    }

    private Optional<String> meant(Predicate<String> isMeant, String of, IsoWeek week) {
        Optional<Choice> place =
                first(choices.stream().flatMap(kind -> kind.all().stream()).toList(), Choice::name, isMeant);
        return place.map(one -> at(one.value(), week))
                .or(() -> first(views.looks(), Look::name, isMeant).flatMap(look -> where(look, of, week)))
                .or(() -> first(lessons, Function.identity(), isMeant).flatMap(lesson -> where(lesson, of, week)));
    }

    private static <T> Optional<T> first(Collection<T> all, Function<T, String> name, Predicate<String> isMeant) {
        return all.stream()
                .filter(one -> isMeant.test(name.apply(one).toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private Optional<String> where(Look look, String of, IsoWeek week) {
        return where(entry -> entry.look().number() == look.number(), of, week)
                .map(found -> found + "&look=" + look.number());
    }

    /** Its number, for an address has no words that somebody typed. */
    private Optional<String> where(String lesson, String of, IsoWeek week) {
        return where(entry -> entry.isUntouched() && entry.title().equals(lesson), of, week)
                .map(found -> found + "&lesson=" + lessons.indexOf(lesson));
    }

    /** The team that is looked at, if it has what is sought, or the first that has; in the week that is looked at, or the first that there is. */
    private Optional<String> where(Predicate<Entry> isSought, String of, IsoWeek week) {
        List<Named<GroupId>> shownFirst = views.teams().stream()
                .sorted((one, other) -> Boolean.compare(isShown(other, of), isShown(one, of)))
                .toList();
        return shownFirst.stream()
                .flatMap(team ->
                        week(views.of(team), isSought, week)
                                .map(found -> at(Kind.TEAM + ":" + team.id().value(), found))
                                .stream())
                .findFirst();
    }

    private static String at(String of, IsoWeek week) {
        return "?of=" + Address.part(of) + "&week=" + week;
    }

    private static boolean isShown(Named<GroupId> team, String of) {
        return of.equals(Kind.TEAM + ":" + team.id().value());
    }

    private static Optional<IsoWeek> week(List<Entry> entries, Predicate<Entry> isSought, IsoWeek shown) {
        List<IsoWeek> weeks = entries.stream()
                .filter(isSought)
                .map(entry -> entry.occurrence().week())
                .sorted()
                .toList();
        return weeks.contains(shown) ? Optional.of(shown) : weeks.stream().findFirst();
    }
}
