package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.EventIds;
import dk.grundskema.api.calendar.EventTime;
import dk.grundskema.api.feeds.YearSpan.Kind;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.time.DateSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The year of an organisation: what the plans of it and of all below it say, each thing once. What several departments say alike is one event; whose it is
 * stands there only where departments differ.
 */
public final class YearCalendar {
    private final EventIds ids;
    private final YearWords words;

    private YearCalendar(EventIds ids, YearWords words) {
        this.ids = ids;
        this.words = words;
    }

    /**
     * What a plan says.
     *
     * @param plan           its id
     * @param departmentId   id of the organisation that it belongs to
     * @param departmentName what people call that
     * @param spans          its terms, holidays and interventions
     */
    public record OfPlan(String plan, String departmentId, String departmentName, List<YearSpan> spans) {
        /** Copies the list. */
        public OfPlan {
            spans = List.copyOf(spans);
        }
    }

    /** What is one event of those that are called the same. */
    private record Alike(Kind kind, String what, String title, DateSpan days) {}

    /**
     * Who says so.
     *
     * @param ids   those who do, in order
     * @param names what people call those whose it is
     */
    private record Voices(Set<String> ids, Set<String> names) {
        Voices() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    /**
     * The events.
     *
     * @param secret known to nobody else, the same for ever: of it the ids of events are made
     * @param plans  what each plan says, each plan once
     */
    public static List<CalendarEvent> of(String secret, List<OfPlan> plans, Language language) {
        return new YearCalendar(EventIds.secret(secret, Map.of()), new YearWords(language)).events(plans);
    }

    private List<CalendarEvent> events(List<OfPlan> plans) {
        Set<String> departments = names(plans, false);
        Set<String> schools = names(plans, true);
        Map<String, Map<Alike, Voices>> same = new TreeMap<>();
        for (OfPlan plan : plans) {
            for (YearSpan span : plan.spans()) {
                boolean isShared = span.kind().isOfSchools();
                String what = span.kind() + "\n" + (isShared ? "" : plan.plan() + "\n") + span.what();
                Voices voices = same.computeIfAbsent(what, none -> new LinkedHashMap<>())
                        .computeIfAbsent(new Alike(span.kind(), what, span.title(), span.days()), none -> new Voices());
                voices.ids().add(plan.departmentId() + "\n" + plan.plan() + "\n" + String.join("\n", span.schools()));
                voices.names().addAll(span.schools().isEmpty() ? List.of(plan.departmentName()) : span.schools());
            }
        }
        var events = new ArrayList<CalendarEvent>();
        same.values().forEach(some -> events.addAll(events(some, departments, schools)));
        return events;
    }

    /** All departments, or those of which terms or holidays are known. */
    private static Set<String> names(List<OfPlan> plans, boolean isOfSchools) {
        return plans.stream()
                .filter(plan -> !isOfSchools
                        || plan.spans().stream().anyMatch(span -> span.kind().isOfSchools()))
                .map(OfPlan::departmentName)
                .collect(Collectors.toSet());
    }

    /** Those that are called the same but are of different days: most departments have the first of them, whose id doesn't depend on who they are. */
    private List<CalendarEvent> events(Map<Alike, Voices> some, Set<String> departments, Set<String> schools) {
        List<Map.Entry<Alike, Voices>> ordered = some.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Alike, Voices> one) ->
                                -one.getValue().ids().size())
                        .thenComparing(one -> one.getKey().days().from())
                        .thenComparing(one -> one.getKey().days().until()))
                .toList();
        var events = new ArrayList<CalendarEvent>();
        var taken = new HashSet<String>();
        for (var one : ordered) {
            Alike alike = one.getKey();
            Voices voices = one.getValue();
            String key = taken.isEmpty()
                    ? alike.what()
                    : alike.what() + "\n" + voices.ids().iterator().next();
            if (!taken.add(key)) {
                key += "\n" + alike.days().from(); // a plan that says a thing twice
                taken.add(key);
            }
            boolean isEverybodys =
                    alike.kind().isOfSchools() ? voices.names().containsAll(schools) : departments.size() < 2;
            events.add(event(ids.of(key), alike, isEverybodys ? Set.of() : voices.names()));
        }
        return events;
    }

    private CalendarEvent event(String uid, Alike alike, Set<String> whose) {
        return new CalendarEvent(
                uid,
                EventTime.ofDays(alike.days().from(), alike.days().until()),
                words.summary(alike.kind(), alike.title(), alike.days(), whose),
                "",
                words.description(whose),
                List.of(words.category(alike.kind())),
                colour(alike.kind()),
                false);
    }

    /** Names that calendars know. Source: RFC 7986, 5.9. */
    private static String colour(Kind kind) {
        return switch (kind) {
            case TERM -> "slategray";
            case HOLIDAY -> "seagreen";
            case CAMP -> "chocolate";
            case PERIOD -> "steelblue";
            case HANDOVER -> "mediumpurple";
        };
    }
}
