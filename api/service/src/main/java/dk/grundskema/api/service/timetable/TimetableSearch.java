package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.MeetingStyle;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.service.timetable.TimetablePage.SearchHit;
import dk.grundskema.api.service.timetable.TimetablePage.ViewKind;
import dk.grundskema.api.service.timetable.TimetablePage.ViewTarget;
import dk.grundskema.api.service.timetable.TimetablePage.ViewTargetGroup;
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

/** Searches a timetable for people, rooms, teams and subjects by name, planned or not. */
final class TimetableSearch {
    /** Maximum number of matches; more would not help the user and make the address too long. */
    private static final int MAX_RESULTS = 20;

    private static final String LOOK = "look";
    private static final String LESSON = "lesson";

    private final TimetableViews views;
    private final List<ViewTargetGroup> choices;
    private final NameDisambiguator nameDisambiguator;
    private final List<String> lessons;
    private final String selectedView;
    private final IsoWeek week;

    /**
     * @param choices views that the user can select
     * @param lessons titles of unplanned lessons
     * @param selectedView      selected view
     * @param week    selected week
     */
    TimetableSearch(
            TimetableViews views,
            List<ViewTargetGroup> choices,
            List<String> lessons,
            String selectedView,
            IsoWeek week) {
        this.views = views;
        this.choices = choices;
        this.nameDisambiguator = new NameDisambiguator(views, choices);
        this.lessons = lessons;
        this.selectedView = selectedView;
        this.week = week;
    }

    /**
     * A searchable item.
     *
     * @param kind its kind: a {@link ViewKind}, a style or a lesson
     * @param id   id within the kind
     * @param name display name
     */
    private record SearchItem(String kind, String id, String name) {
        boolean nameMatches(Predicate<String> way) {
            return way.test(name.toLowerCase(Locale.ROOT));
        }

        /** Returns the view of an item that is neither a style nor a lesson. */
        ViewTarget toTarget() {
            return new ViewTarget(ViewKind.valueOf(kind), id, name);
        }

        /** Returns the key for addresses; contains no name. */
        String key() {
            return kind + ":" + id;
        }

        /** Leaves out the name. */
        @Override
        public String toString() {
            return key();
        }
    }

    /**
     * Returns the query of the page that shows the match. If several items match, the query of the current page with all matches. An exact
     * match that has entries is taken without a choice.
     *
     * @param typed search text
     */
    String find(String typed) {
        String sought = typed.strip().toLowerCase(Locale.ROOT);
        List<SearchItem> found = sought.isEmpty() ? List.of() : findItems(sought);
        return switch (found.size()) {
            case 0 -> currentAddress() + "&missed=true";
            case 1 -> findAddress(found.getFirst()).orElseThrow();
            default ->
                currentAddress()
                        + found.stream()
                                .limit(MAX_RESULTS)
                                .map(one -> "&hit=" + AddressEncoder.encode(one.key()))
                                .collect(Collectors.joining())
                        + (found.size() > MAX_RESULTS ? "&more=true" : "");
        };
    }

    private String currentAddress() {
        return "?of=" + AddressEncoder.encode(selectedView) + "&week=" + week;
    }

    /**
     * Returns the matches. An exact match with entries wins; otherwise names that start with the text come before names that contain it.
     */
    private List<SearchItem> findItems(String sought) {
        List<SearchItem> exact = keepShowable(allItems().filter(one -> one.nameMatches(name -> name.equals(sought))));
        return exact.isEmpty()
                ? keepShowable(allItems()
                        .filter(one -> one.nameMatches(name -> name.contains(sought)))
                        .sorted(Comparator.comparing(one -> !one.nameMatches(name -> name.startsWith(sought)))))
                : exact;
    }

    private List<SearchItem> keepShowable(Stream<SearchItem> called) {
        return called.filter(one -> findAddress(one).isPresent())
                .limit(MAX_RESULTS + 1)
                .toList();
    }

    /** Lessons with the title of a planned subject are found with that subject. */
    private Stream<SearchItem> allItems() {
        var all = new ArrayList<SearchItem>();
        for (ViewTargetGroup kind : choices) {
            kind.all().stream()
                    .filter(one -> !one.id().isEmpty())
                    .map(one -> new SearchItem(kind.kind().name(), one.id(), one.name()))
                    .forEach(all::add);
        }
        views.meetingStyles().stream()
                .map(look -> new SearchItem(LOOK, String.valueOf(look.number()), look.name()))
                .forEach(all::add);
        for (int number = 0; number < lessons.size(); number++) {
            String name = lessons.get(number);
            if (views.meetingStyles().stream().noneMatch(look -> look.name().equals(name))) {
                all.add(new SearchItem(LESSON, String.valueOf(number), name));
            }
        }
        return all.stream();
    }

    /**
     * Returns the matches to choose from.
     *
     * @param keys keys from the address; unknown ones and those that the visitor may not see are left out
     */
    List<SearchHit> hits(List<String> keys) {
        return allItems()
                .filter(one -> keys.contains(one.key()))
                .sorted(Comparator.comparingInt(one -> keys.indexOf(one.key())))
                .limit(MAX_RESULTS)
                .flatMap(one -> findAddress(one).map(address -> hit(one, address)).stream())
                .toList();
    }

    private SearchHit hit(SearchItem one, String address) {
        return isSubject(one)
                ? new SearchHit("SUBJECT", one.name(), "", address)
                : new SearchHit(one.kind(), one.name(), nameDisambiguator.disambiguate(one.toTarget()), address);
    }

    private static boolean isSubject(SearchItem one) {
        return one.kind().equals(LOOK) || one.kind().equals(LESSON);
    }

    private Optional<String> findAddress(SearchItem one) {
        return switch (one.kind()) {
            case LOOK -> findAddress(views.meetingStyles().get(Integer.parseInt(one.id())));
            case LESSON ->
                findAddress(entry -> entry.isUntouched() && entry.title().equals(one.name()))
                        .map(found -> found + "&lesson=" + one.id());
            default -> Optional.of(addressOf(one.key(), week));
        };
    }

    private Optional<String> findAddress(MeetingStyle look) {
        int lesson = lessons.indexOf(look.name());
        return findAddress(entry -> entry.meetingStyle().number() == look.number()
                        || (entry.isUntouched() && entry.title().equals(look.name())))
                .map(found -> found + "&look=" + look.number() + (lesson < 0 ? "" : "&lesson=" + lesson));
    }

    /**
     * Returns the query that shows a wanted entry: in the selected team if it has one, otherwise in the first team that has; if no team has
     * one, such as an individual talk, in the week of its staff member. Prefers the selected week, otherwise takes the first week.
     */
    private Optional<String> findAddress(Predicate<TimetableEntry> isSought) {
        return findAddress(ViewKind.TEAM, views.teams(), views::ofTeam, isSought)
                .or(() -> findAddress(ViewKind.STAFF, views.staffWithEntries(), views::ofPerson, isSought));
    }

    private <I extends Id> Optional<String> findAddress(
            ViewKind kind,
            List<NamedEntity<I>> all,
            Function<NamedEntity<I>, List<TimetableEntry>> entries,
            Predicate<TimetableEntry> isSought) {
        return all.stream()
                .sorted(Comparator.comparing(one -> !selectedView.equals(key(kind, one))))
                .flatMap(one ->
                        week(entries.apply(one), isSought).map(found -> addressOf(key(kind, one), found)).stream())
                .findFirst();
    }

    private static <I extends Id> String key(ViewKind kind, NamedEntity<I> one) {
        return kind + ":" + one.id().value();
    }

    private static String addressOf(String selectedView, IsoWeek week) {
        return "?of=" + AddressEncoder.encode(selectedView) + "&week=" + week;
    }

    private Optional<IsoWeek> week(List<TimetableEntry> entries, Predicate<TimetableEntry> isSought) {
        List<IsoWeek> weeks = entries.stream()
                .filter(isSought)
                .map(entry -> entry.occurrence().week())
                .sorted()
                .toList();
        return weeks.contains(week) ? Optional.of(week) : weeks.stream().findFirst();
    }
}
