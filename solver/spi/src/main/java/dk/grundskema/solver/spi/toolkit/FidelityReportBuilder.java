package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Breakdown.Column;
import dk.grundskema.domain.fidelity.Breakdown.Line;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
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
 * Builds the fidelity report of an intervention. Names are given without the plugin's id: the ask {@code lessons} has the code
 * {@code <plugin>.ask.lessons}, the reason {@code too-few} the code {@code <plugin>.why.too-few}, the document {@code guide} the texts
 * {@code <plugin>.source.guide} (short) and {@code <plugin>.source.guide.name}, its chapter {@code groups} the text
 * {@code <plugin>.source.guide.groups}.
 */
public final class FidelityReportBuilder {
    private final String type;
    private final List<Ask> asks = new ArrayList<>();
    private final List<Breakdown> breakdowns = new ArrayList<>();

    /** @param type id of the plugin's type */
    public FidelityReportBuilder(String type) {
        this.type = type;
    }

    /** Returns an origin in a document that specifies the amount. */
    public AskOrigin source(String document, String chapter) {
        String key = type + ".source." + document;
        return AskOrigin.source(key, key + "." + chapter);
    }

    /** Returns an origin in a document that leaves something open, such as the amount, for which the product has a default. */
    public AskOrigin partlyOurs(String document, String chapter) {
        String key = type + ".source." + document;
        return AskOrigin.partlyOurs(key, key + "." + chapter);
    }

    /** Returns the origin of a default of the product. */
    public static AskOrigin productDefault() {
        return AskOrigin.productDefault();
    }

    /** Returns a reason with the code {@code <plugin>.why.<name>}. */
    public Reason reason(String name, Object... arguments) {
        return Reason.of(type + ".why." + name, arguments);
    }

    /** Starts an ask that is counted place by place. */
    public AskTally tally(String name, AskOrigin origin, String unit) {
        return new AskTally(code(name), origin, unit);
    }

    /**
     * Asks for an amount of each item. The reason of a shortfall has the code {@code <plugin>.why.<name>}, with the amount given as placeholder 0.
     *
     * @param items     the items; if empty, the ask does not apply to the plan
     * @param where     returns the place of an item
     * @param asked     required amount per item, 0 or more
     * @param given     returns the amount that an item has
     * @param arguments arguments of the sentence
     */
    public <T> void askOfEach(
            String name,
            AskOrigin origin,
            String unit,
            Collection<T> items,
            Function<T, Object> where,
            long asked,
            ToLongFunction<T> given,
            Object... arguments) {
        forEachOf(unit, items, where).askAtLeast(name, origin, unit, asked, given, arguments);
    }

    /** Asks that each item meets a condition; otherwise like {@link #askOfEach}. */
    public <T> void askThatAll(
            String name,
            AskOrigin origin,
            String unit,
            Collection<T> items,
            Function<T, Object> where,
            Predicate<T> fine,
            Object... arguments) {
        askOfEach(name, origin, unit, items, where, 1, item -> fine.test(item) ? 1 : 0, arguments);
    }

    /**
     * Starts several asks of the same items.
     *
     * @param unit  unit for asks that are met or not
     * @param items the items; if empty, the asks do not apply to the plan
     * @param where returns the place of an item
     */
    public <T> ItemAskBuilder<T> forEachOf(String unit, Collection<T> items, Function<T, Object> where) {
        return new ItemAskBuilder<>(this, unit, List.copyOf(items), where, null);
    }

    /** Adds an ask that this plan does not cover; {@code asked} is 0 if no number is required. */
    public void notPlanned(String name, AskOrigin origin, String unit, long asked, Object... arguments) {
        asks.add(Ask.notPlanned(code(name), origin, unit, asked, arguments));
    }

    /** Adds an ask that does not apply to this plan. */
    public void notApplicable(String name, AskOrigin origin, String unit, Object... arguments) {
        asks.add(Ask.notApplicable(code(name), origin, unit, arguments));
    }

    /** Adds a figure for information, with its usual value; nothing can be missing. */
    public void informational(String name, AskOrigin origin, String unit, long usual, long given, Object... arguments) {
        asks.add(Ask.informational(code(name), origin, unit, usual, given, arguments));
    }

    /** Adds a breakdown. */
    public void addBreakdown(Breakdown breakdown) {
        breakdowns.add(breakdown);
    }

    /**
     * Starts a breakdown. Its heading has the code {@code <plugin>.<name>}, its first column {@code <plugin>.<name>.of}, each further column
     * {@code <plugin>.<name>.<column>}.
     *
     * @param columns the columns after the first, in order; at least one
     */
    public BreakdownTable table(String name, String... columns) {
        return table(name, Set.of(), columns);
    }

    /** Starts a breakdown in which the columns {@code numbers} hold right-aligned numbers. */
    public BreakdownTable table(String name, Set<String> numbers, String... columns) {
        return new BreakdownTable(type + "." + name, numbers, List.of(columns));
    }

    /**
     * Starts a breakdown with one line per item; its codes are those of {@link #table}.
     *
     * @param items the items, in order
     * @param about returns the id that a line is about
     * @param fine  whether an item has no shortfall
     */
    public <T> ItemTableBuilder<T> itemTable(
            String name, Collection<T> items, Function<T, Id> about, Predicate<T> fine) {
        return new ItemTableBuilder<>(this, name, List.copyOf(items), about, fine);
    }

    /** Returns a phrase with the code {@code <plugin>.<name>}. */
    public Phrase phrase(String name, Object... arguments) {
        return Phrase.of(type + "." + name, arguments);
    }

    /** Returns a phrase with a literal text; the text {@code <plugin>.text} must be {@code {0}}. Empty if the text is blank. */
    public Phrase text(String some) {
        return some.isBlank() ? Phrase.NONE : phrase("text", some);
    }

    /**
     * Returns a phrase with the code {@code <plugin>.period} and the first and last date; for a single date see {@link #list}. Empty if there are
     * no dates.
     */
    public Phrase period(SortedSet<LocalDate> dates) {
        return dates.size() > 1 ? phrase("period", dates.first(), dates.last()) : list(dates);
    }

    /** Returns a phrase with a number; the text {@code <plugin>.number} must be {@code {0}}. */
    public Phrase number(long some) {
        return phrase("number", some);
    }

    /**
     * Returns a phrase with several ids, numbers or phrases, separated by commas; the text {@code <plugin>.list} must be {@code {0}}. Empty if
     * there are none.
     */
    public Phrase list(Collection<?> some) {
        return some.isEmpty() ? Phrase.NONE : phrase("list", List.copyOf(some));
    }

    /** Returns {@link #list}, or the phrase with the code {@code <plugin>.<name>} if there are no elements. */
    public Phrase listOrPhrase(String name, Collection<?> some) {
        return some.isEmpty() ? phrase(name) : list(some);
    }

    /** Returns the times of meetings, separated by commas: for each a phrase with weekday, start and number of weeks, and {@link #list} for all. */
    public Phrase times(String name, Collection<Meeting> meetings) {
        return list(meetings.stream()
                .map(one -> phrase(name, one.weekday(), one.start(), one.weeks().size()))
                .toList());
    }

    private String code(String name) {
        return type + ".ask." + name;
    }

    /** Returns the report with all asks, in order. */
    public FidelityReport build(Intervention<?> intervention) {
        return new FidelityReport(intervention.id(), asks, breakdowns);
    }

    /** Adds up one ask over several places and collects the shortfalls. */
    public final class AskTally {
        private final String code;
        private final AskOrigin origin;
        private final String unit;
        private final List<Shortfall> places = new ArrayList<>();
        private long asked;

        private AskTally(String code, AskOrigin origin, String unit) {
            this.code = code;
            this.origin = origin;
            this.unit = unit;
        }

        /**
         * Compares the required amount at a place with the amount given. A surplus at one place does not offset another place.
         *
         * @param much  required amount, 0 or more
         * @param given amount given
         * @param why   reason if it is less
         * @param where ids, dates, weeks, from coarse to fine; at least one
         */
        public AskTally addPlace(long much, long given, Reason why, Object... where) {
            asked += much;
            if (given < much) {
                places.add(new Shortfall(List.of(where), much - Math.max(0, given), why));
            }
            return this;
        }

        /** Asks for one thing at a place, which is there or not. */
        public AskTally addPlace(boolean fine, Reason why, Object... where) {
            return addPlace(1, fine ? 1 : 0, why, where);
        }

        /** Adds the ask to the report. If nothing was required anywhere, the ask does not apply to the plan. */
        public void finish(Object... arguments) {
            asks.add(
                    asked == 0
                            ? Ask.notApplicable(code, origin, unit, arguments)
                            : Ask.counted(code, origin, unit, asked, places, arguments));
        }
    }

    /** Builds a breakdown line by line. */
    public final class BreakdownTable {
        private final String key;
        private final List<Column> columns;
        private final List<Line> lines = new ArrayList<>();

        private BreakdownTable(String key, Set<String> numbers, List<String> columns) {
            this.key = key;
            this.columns = columns.stream()
                    .map(column -> new Column(key + "." + column, numbers.contains(column)))
                    .toList();
        }

        /**
         * Adds a line.
         *
         * @param about    id that the line is about
         * @param fine     whether nothing is missing
         * @param sessions sessions that belong to the line in addition to those of its group or person; empty means none
         * @param cells    the cells in the order of the columns
         */
        public BreakdownTable addLine(Id about, boolean fine, List<SessionId> sessions, Phrase... cells) {
            lines.add(new Line(about, fine ? Ask.Status.MET : Ask.Status.SHORT, List.of(cells), List.of(), sessions));
            return this;
        }

        /** Adds the breakdown to the report, unless it has no line. */
        public void finish() {
            if (!lines.isEmpty()) {
                addBreakdown(new Breakdown(key, key + ".of", columns, lines));
            }
        }
    }
}
