package dk.grundskema.api.exports.feed;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.EventIdGenerator;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.YearSpan.Kind;
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
 * The year calendar of an organisation: the spans of its plans and of all organisations below it. Equal spans of several departments become one
 * event, which names the departments only if they differ.
 */
public final class YearCalendar {
    private final EventIdGenerator ids;
    private final YearCalendarTexts words;

    private YearCalendar(EventIdGenerator ids, YearCalendarTexts words) {
        this.ids = ids;
        this.words = words;
    }

    /**
     * The spans of a plan.
     *
     * @param plan           id of the plan
     * @param departmentId   id of the organisation that it belongs to
     * @param departmentName name of that organisation
     * @param spans          its terms, holidays and interventions
     */
    public record PlanSpans(String plan, String departmentId, String departmentName, List<YearSpan> spans) {
        /** Copies the list. */
        public PlanSpans {
            spans = List.copyOf(spans);
        }
    }

    /** Spans with an equal key become one event. */
    private record YearEventKey(Kind kind, String what, String title, DateSpan days) {}

    /**
     * The sources of a span.
     *
     * @param ids   ids of the departments, in order
     * @param names names of the departments that the span belongs to
     */
    private record SpanSources(Set<String> ids, Set<String> names) {
        SpanSources() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    /**
     * Returns the events.
     *
     * @param secret permanent secret from which the event ids are made
     * @param plans  the spans of each plan; plans are unique
     */
    public static List<CalendarEvent> of(String secret, List<PlanSpans> plans, Language language) {
        return new YearCalendar(EventIdGenerator.withSecret(secret, Map.of()), new YearCalendarTexts(language))
                .events(plans);
    }

    private List<CalendarEvent> events(List<PlanSpans> plans) {
        Set<String> departments = departmentNames(plans, false);
        Set<String> schools = departmentNames(plans, true);
        Map<String, Map<YearEventKey, SpanSources>> same = new TreeMap<>();
        for (PlanSpans plan : plans) {
            for (YearSpan span : plan.spans()) {
                boolean isShared = span.kind().isOfSchools();
                String what = span.kind() + "\n" + (isShared ? "" : plan.plan() + "\n") + span.what();
                SpanSources voices = same.computeIfAbsent(what, none -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                new YearEventKey(span.kind(), what, span.title(), span.days()),
                                none -> new SpanSources());
                voices.ids().add(plan.departmentId() + "\n" + plan.plan() + "\n" + String.join("\n", span.schools()));
                voices.names().addAll(span.schools().isEmpty() ? List.of(plan.departmentName()) : span.schools());
            }
        }
        var events = new ArrayList<CalendarEvent>();
        same.values().forEach(some -> events.addAll(events(some, departments, schools)));
        return events;
    }

    /** Returns the names of all departments, or of those with known terms or holidays. */
    private static Set<String> departmentNames(List<PlanSpans> plans, boolean isOfSchools) {
        return plans.stream()
                .filter(plan -> !isOfSchools
                        || plan.spans().stream().anyMatch(span -> span.kind().isOfSchools()))
                .map(PlanSpans::departmentName)
                .collect(Collectors.toSet());
    }

    /** Returns the events with the same title but different days, the most common first; the id of the first does not depend on its departments. */
    private List<CalendarEvent> events(
            Map<YearEventKey, SpanSources> some, Set<String> departments, Set<String> schools) {
        List<Map.Entry<YearEventKey, SpanSources>> ordered = some.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<YearEventKey, SpanSources> one) ->
                                -one.getValue().ids().size())
                        .thenComparing(one -> one.getKey().days().from())
                        .thenComparing(one -> one.getKey().days().until()))
                .toList();
        var events = new ArrayList<CalendarEvent>();
        var taken = new HashSet<String>();
        for (var one : ordered) {
            YearEventKey alike = one.getKey();
            SpanSources voices = one.getValue();
            String key = taken.isEmpty()
                    ? alike.what()
                    : alike.what() + "\n" + voices.ids().iterator().next();
            if (!taken.add(key)) {
                key += "\n" + alike.days().from(); // the same span occurs twice in a plan
                taken.add(key);
            }
            boolean isEverybodys =
                    alike.kind().isOfSchools() ? voices.names().containsAll(schools) : departments.size() < 2;
            events.add(toEvent(ids.of(key), alike, isEverybodys ? Set.of() : voices.names()));
        }
        return events;
    }

    private CalendarEvent toEvent(String uid, YearEventKey alike, Set<String> whose) {
        return new CalendarEvent(
                uid,
                EventTime.ofDays(alike.days().from(), alike.days().until()),
                words.summary(alike.kind(), alike.title(), alike.days(), whose),
                "",
                words.description(whose),
                List.of(words.category(alike.kind())),
                colourName(alike.kind()),
                false);
    }

    /** CSS colour names. Source: RFC 7986, 5.9. */
    private static String colourName(Kind kind) {
        return switch (kind) {
            case TERM -> "slategray";
            case HOLIDAY -> "seagreen";
            case CAMP -> "chocolate";
            case PERIOD -> "steelblue";
            case HANDOVER -> "mediumpurple";
        };
    }
}
