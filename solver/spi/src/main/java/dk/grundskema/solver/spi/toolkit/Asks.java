package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Breakdown.Column;
import dk.grundskema.domain.fidelity.Breakdown.Line;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.timetable.Meeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Collects what is asked of an intervention and what a plan gives of it. Names are given without the plugin's id: the ask {@code lessons} has the
 * code {@code <plugin>.ask.lessons}, the reason {@code too-few} the code {@code <plugin>.why.too-few}, the document {@code guide} the texts {@code
 * <plugin>.source.guide} (short) and {@code <plugin>.source.guide.name}, its chapter {@code groups} the text {@code
 * <plugin>.source.guide.groups}.
 */
public final class Asks {
    private final String type;
    private final List<Ask> asks = new ArrayList<>();
    private final List<Breakdown> breakdowns = new ArrayList<>();

    /** @param type id of the plugin's type */
    public Asks(String type) {
        this.type = type;
    }

    /** A document asks for it, number and all. */
    public Origin source(String document, String chapter) {
        String key = type + ".source." + document;
        return Origin.source(key, key + "." + chapter);
    }

    /** A document asks for it but leaves something open, such as how much: that is ours. */
    public Origin partlyOurs(String document, String chapter) {
        String key = type + ".source." + document;
        return Origin.partlyOurs(key, key + "." + chapter);
    }

    /** No document asks for it, we do. */
    public static Origin ours() {
        return Origin.ours();
    }

    /** Why something falls short. */
    public Reason why(String name, Object... arguments) {
        return Reason.of(type + ".why." + name, arguments);
    }

    /** Begins to count something that is asked, place by place. */
    public Tally tally(String name, Origin origin, String unit) {
        return new Tally(code(name), origin, unit);
    }

    /**
     * Asks the same of each of some things. Why it falls short has the code {@code <plugin>.why.<name>}, with what is given as placeholder 0.
     *
     * @param items     of what it is asked; nothing doesn't concern the plan
     * @param where     what is said of where a thing is
     * @param asked     how much is asked of each, 0 or more
     * @param given     how much of it each has
     * @param arguments what the sentence mentions
     */
    public <T> void each(
            String name,
            Origin origin,
            String unit,
            Collection<T> items,
            Function<T, Object> where,
            long asked,
            ToLongFunction<T> given,
            Object... arguments) {
        of(unit, items, where).least(name, origin, unit, asked, given, arguments);
    }

    /** Asks of each of some things that it is fine; the rest as with {@link #each}. */
    public <T> void all(
            String name,
            Origin origin,
            String unit,
            Collection<T> items,
            Function<T, Object> where,
            Predicate<T> fine,
            Object... arguments) {
        each(name, origin, unit, items, where, 1, item -> fine.test(item) ? 1 : 0, arguments);
    }

    /**
     * Begins to ask several things of each of the same.
     *
     * @param unit  what is counted where each is simply fine or not
     * @param items of what it is asked; nothing doesn't concern the plan
     * @param where what is said of where a thing is
     */
    public <T> EachOf<T> of(String unit, Collection<T> items, Function<T, Object> where) {
        return new EachOf<>(this, unit, List.copyOf(items), where, null);
    }

    /** Something that this plan doesn't see to at all; {@code asked} is 0 if no number is asked. */
    public void notPlanned(String name, Origin origin, String unit, long asked, Object... arguments) {
        asks.add(Ask.notPlanned(code(name), origin, unit, asked, arguments));
    }

    /** Something that doesn't concern this plan. */
    public void notApplicable(String name, Origin origin, String unit, Object... arguments) {
        asks.add(Ask.notApplicable(code(name), origin, unit, arguments));
    }

    /** A figure to know beside what is usual; nothing can be missing of it. */
    public void noted(String name, Origin origin, String unit, long usual, long given, Object... arguments) {
        asks.add(Ask.noted(code(name), origin, unit, usual, given, arguments));
    }

    /** The same line by line. */
    public void breakdown(Breakdown breakdown) {
        breakdowns.add(breakdown);
    }

    /**
     * Begins the same line by line. Its heading has the code {@code <plugin>.<name>}, what its lines are about {@code <plugin>.<name>.of}, each column
     * {@code <plugin>.<name>.<column>}.
     *
     * @param columns the columns after the first, in order; at least one
     */
    public Table table(String name, String... columns) {
        return table(name, Set.of(), columns);
    }

    /** Likewise; {@code numbers} are the columns in which numbers stand, which are put to the right. */
    public Table table(String name, Set<String> numbers, String... columns) {
        return new Table(type + "." + name, numbers, List.of(columns));
    }

    /**
     * Begins the same line by line, one for each thing; its codes are those of {@link #table}.
     *
     * @param items what the lines are about, in order
     * @param about whom a line is about
     * @param fine  whether nothing is missing of a thing
     */
    public <T> TableOf<T> tableOf(String name, Collection<T> items, Function<T, Id> about, Predicate<T> fine) {
        return new TableOf<>(this, name, List.copyOf(items), about, fine);
    }

    /** A few words with the code {@code <plugin>.<name>}. */
    public Phrase words(String name, Object... arguments) {
        return Phrase.of(type + "." + name, arguments);
    }

    /** A text as it is, with the code {@code <plugin>.text} that has to be {@code {0}}; nothing if it is blank. */
    public Phrase text(String some) {
        return some.isBlank() ? Phrase.NONE : words("text", some);
    }

    /** From the first to the last of some dates, with the code {@code <plugin>.period} and both; a single one as it is, see {@link #list}; nothing if there are none. */
    public Phrase period(SortedSet<LocalDate> dates) {
        return dates.size() > 1 ? words("period", dates.first(), dates.last()) : list(dates);
    }

    /** A number, with the code {@code <plugin>.number} that has to be {@code {0}}. */
    public Phrase number(long some) {
        return words("number", some);
    }

    /** Several ids, numbers or phrases with commas between, with the code {@code <plugin>.list} that has to be {@code {0}}; nothing if there are none. */
    public Phrase list(Collection<?> some) {
        return some.isEmpty() ? Phrase.NONE : words("list", List.copyOf(some));
    }

    /** Likewise, or where there are none a few words with the code {@code <plugin>.<name>}. */
    public Phrase listOr(String name, Collection<?> some) {
        return some.isEmpty() ? words(name) : list(some);
    }

    /** When meetings are held, with commas between: a few words for each with weekday, start and in how many weeks, and {@link #list} for all. */
    public Phrase times(String name, Collection<Meeting> meetings) {
        return list(meetings.stream()
                .map(one -> words(name, one.weekday(), one.start(), one.weeks().size()))
                .toList());
    }

    private String code(String name) {
        return type + ".ask." + name;
    }

    /** All that was asked, in order. */
    public FidelityReport report(Intervention<?> intervention) {
        return new FidelityReport(intervention.id(), asks, breakdowns);
    }

    /** Counts one thing that is asked: at each place how much, and what of it is missing and why. */
    public final class Tally {
        private final String code;
        private final Origin origin;
        private final String unit;
        private final List<Place> places = new ArrayList<>();
        private long asked;

        private Tally(String code, Origin origin, String unit) {
            this.code = code;
            this.origin = origin;
            this.unit = unit;
        }

        /**
         * Asks for so much at a place and compares it with what there is; more than is asked makes good for no other place.
         *
         * @param much  how much is asked there, 0 or more
         * @param given how much there is
         * @param why   why it is less, if it is
         * @param where ids, dates, weeks, from the coarse to the fine; at least one
         */
        public Tally at(long much, long given, Reason why, Object... where) {
            asked += much;
            if (given < much) {
                places.add(new Place(List.of(where), much - Math.max(0, given), why));
            }
            return this;
        }

        /** Asks for one thing at a place, which is there or not. */
        public Tally at(boolean fine, Reason why, Object... where) {
            return at(1, fine ? 1 : 0, why, where);
        }

        /** Ends counting; nothing asked anywhere doesn't concern the plan. */
        public void done(Object... arguments) {
            asks.add(
                    asked == 0
                            ? Ask.notApplicable(code, origin, unit, arguments)
                            : Ask.counted(code, origin, unit, asked, places, arguments));
        }
    }

    /** Tells something line by line. */
    public final class Table {
        private final String key;
        private final List<Column> columns;
        private final List<Line> lines = new ArrayList<>();

        private Table(String key, Set<String> numbers, List<String> columns) {
            this.key = key;
            this.columns = columns.stream()
                    .map(column -> new Column(key + "." + column, numbers.contains(column)))
                    .toList();
        }

        /**
         * Adds a line.
         *
         * @param about    whom it is about
         * @param fine     whether nothing is missing
         * @param sessions sessions that belong to it beside those that its group or person is in; empty means none
         * @param cells    what stands in each column, in their order
         */
        public Table line(Id about, boolean fine, List<SessionId> sessions, Phrase... cells) {
            lines.add(new Line(about, fine ? Ask.Status.MET : Ask.Status.SHORT, List.of(cells), List.of(), sessions));
            return this;
        }

        /** Ends it; without a line nothing is told. */
        public void done() {
            if (!lines.isEmpty()) {
                breakdown(new Breakdown(key, key + ".of", columns, lines));
            }
        }
    }
}
