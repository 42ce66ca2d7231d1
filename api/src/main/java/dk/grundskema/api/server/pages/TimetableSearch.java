package dk.grundskema.api.server.pages;

import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.timetable.Look;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.api.web.app.Address;
import dk.grundskema.api.web.app.timetable.TimetablePage.Choice;
import dk.grundskema.api.web.app.timetable.TimetablePage.Choices;
import dk.grundskema.api.web.app.timetable.TimetablePage.Hit;
import dk.grundskema.api.web.app.timetable.TimetablePage.Kind;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what somebody types in a timetable: a person, a room, a team or a subject, planned or not. */
final class TimetableSearch {
    /** More hits than that are no help to whoever chooses, and make a long address. */
    private static final int MOST = 20;

    private static final String LOOK = "look";
    private static final String LESSON = "lesson";

    private final TimetableViews views;
    private final List<Choices> choices;
    private final Namesakes namesakes;
    private final List<String> lessons;
    private final String of;
    private final IsoWeek week;

    /**
     * @param choices what there is to look at for whoever searches
     * @param lessons what lessons are called of which nothing was planned
     * @param of      what is looked at
     * @param week    in which week
     */
    TimetableSearch(TimetableViews views, List<Choices> choices, List<String> lessons, String of, IsoWeek week) {
        this.views = views;
        this.choices = choices;
        this.namesakes = new Namesakes(views, choices);
        this.lessons = lessons;
        this.of = of;
        this.week = week;
    }

    /**
     * Something that has a name.
     *
     * @param kind what it is: a {@link Kind}, a look or a lesson
     * @param id   which of its kind
     */
    private record Thing(String kind, String id, String name) {
        boolean isCalled(Predicate<String> way) {
            return way.test(name.toLowerCase(Locale.ROOT));
        }

        /** Where it is neither a look nor a lesson. */
        Choice choice() {
            return new Choice(Kind.valueOf(kind), id, name);
        }

        /** As an address says it, in which no name may be. */
        String key() {
            return kind + ":" + id;
        }

        /** Without the name. */
        @Override
        public String toString() {
            return key();
        }
    }

    /**
     * What an address asks for to show what is meant. If several things may be meant it asks for the page that is looked at, with all of them to choose
     * from; what is called exactly like that leaves no choice, if it is somewhere.
     *
     * @param typed what was typed
     */
    String find(String typed) {
        String sought = typed.strip().toLowerCase(Locale.ROOT);
        List<Thing> found = sought.isEmpty() ? List.of() : found(sought);
        return switch (found.size()) {
            case 0 -> here() + "&missed=true";
            case 1 -> where(found.getFirst()).orElseThrow();
            default ->
                here()
                        + found.stream()
                                .limit(MOST)
                                .map(one -> "&hit=" + Address.part(one.key()))
                                .collect(Collectors.joining())
                        + (found.size() > MOST ? "&more=true" : "");
        };
    }

    private String here() {
        return "?of=" + Address.part(of) + "&week=" + week;
    }

    /** A name that is typed whole wins if there is something to show; else those that begin like that come before those that have it somewhere. */
    private List<Thing> found(String sought) {
        List<Thing> exact = somewhere(all().filter(one -> one.isCalled(name -> name.equals(sought))));
        return exact.isEmpty()
                ? somewhere(all().filter(one -> one.isCalled(name -> name.contains(sought)))
                        .sorted(Comparator.comparing(one -> !one.isCalled(name -> name.startsWith(sought)))))
                : exact;
    }

    private List<Thing> somewhere(Stream<Thing> called) {
        return called.filter(one -> where(one).isPresent()).limit(MOST + 1).toList();
    }

    /** Lessons that are called like something that is planned are found with it. */
    private Stream<Thing> all() {
        var all = new ArrayList<Thing>();
        for (Choices kind : choices) {
            kind.all().stream()
                    .filter(one -> !one.id().isEmpty())
                    .map(one -> new Thing(kind.kind().name(), one.id(), one.name()))
                    .forEach(all::add);
        }
        views.looks().stream()
                .map(look -> new Thing(LOOK, String.valueOf(look.number()), look.name()))
                .forEach(all::add);
        for (int number = 0; number < lessons.size(); number++) {
            String name = lessons.get(number);
            if (views.looks().stream().noneMatch(look -> look.name().equals(name))) {
                all.add(new Thing(LESSON, String.valueOf(number), name));
            }
        }
        return all.stream();
    }

    /**
     * What there is to choose from.
     *
     * @param keys what an address says was found; what isn't there, or isn't for whoever asks, is left out
     */
    List<Hit> hits(List<String> keys) {
        return all().filter(one -> keys.contains(one.key()))
                .sorted(Comparator.comparingInt(one -> keys.indexOf(one.key())))
                .limit(MOST)
                .flatMap(one -> where(one).map(address -> hit(one, address)).stream())
                .toList();
    }

    private Hit hit(Thing one, String address) {
        return isSubject(one)
                ? new Hit("SUBJECT", one.name(), "", address)
                : new Hit(one.kind(), one.name(), namesakes.more(one.choice()), address);
    }

    private static boolean isSubject(Thing one) {
        return one.kind().equals(LOOK) || one.kind().equals(LESSON);
    }

    private Optional<String> where(Thing one) {
        return switch (one.kind()) {
            case LOOK -> where(views.looks().get(Integer.parseInt(one.id())));
            case LESSON ->
                where(entry -> entry.isUntouched() && entry.title().equals(one.name()))
                        .map(found -> found + "&lesson=" + one.id());
            default -> Optional.of(at(one.key(), week));
        };
    }

    private Optional<String> where(Look look) {
        int lesson = lessons.indexOf(look.name());
        return where(entry -> entry.look().number() == look.number()
                        || (entry.isUntouched() && entry.title().equals(look.name())))
                .map(found -> found + "&look=" + look.number() + (lesson < 0 ? "" : "&lesson=" + lesson));
    }

    /**
     * The team that is looked at, if it has what is sought, or the first that has; what no team has, such as a talk with one student, is in the week of
     * whoever holds it. In the week that is looked at, or the first that there is.
     */
    private Optional<String> where(Predicate<Entry> isSought) {
        return where(Kind.TEAM, views.teams(), views::of, isSought)
                .or(() -> where(Kind.STAFF, views.staffInSomething(), views::ofPerson, isSought));
    }

    private <I extends Id> Optional<String> where(
            Kind kind, List<Named<I>> all, Function<Named<I>, List<Entry>> entries, Predicate<Entry> isSought) {
        return all.stream()
                .sorted(Comparator.comparing(one -> !of.equals(key(kind, one))))
                .flatMap(one -> week(entries.apply(one), isSought).map(found -> at(key(kind, one), found)).stream())
                .findFirst();
    }

    private static <I extends Id> String key(Kind kind, Named<I> one) {
        return kind + ":" + one.id().value();
    }

    private static String at(String of, IsoWeek week) {
        return "?of=" + Address.part(of) + "&week=" + week;
    }

    private Optional<IsoWeek> week(List<Entry> entries, Predicate<Entry> isSought) {
        List<IsoWeek> weeks = entries.stream()
                .filter(isSought)
                .map(entry -> entry.occurrence().week())
                .sorted()
                .toList();
        return weeks.contains(week) ? Optional.of(week) : weeks.stream().findFirst();
    }
}
