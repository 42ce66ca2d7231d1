package dk.grundskema.api.web.app.loads;

import dk.grundskema.api.web.app.Address;
import dk.grundskema.domain.people.FairLoad.Kind;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page with how much everybody works by a plan, and rests.
 *
 * @param plan         id of the plan
 * @param hasTimetable whether there is a timetable to tell it of
 * @param hasLessons   whether there is an existing timetable besides the plan
 * @param order        in which order people stand
 * @param weeks        weeks in which something is held, in order
 * @param kinds        what there is any of, hours first
 * @param people       those who work by the plan, or could
 * @param others       how many more only have lessons of the existing timetable
 * @param troubles     where somebody isn't given the rest that the law asks
 * @param strip        what stands above the strips
 * @param law          the law that says so, and where in it
 */
public record LoadsPage(
        String plan,
        boolean hasTimetable,
        boolean hasLessons,
        Order order,
        List<IsoWeek> weeks,
        List<Kind> kinds,
        List<Person> people,
        int others,
        List<Trouble> troubles,
        Strip.Axis strip,
        String law) {
    private static final int MOST_COLUMNS = 6;

    /** Copies the lists. */
    public LoadsPage {
        weeks = List.copyOf(weeks);
        kinds = List.copyOf(kinds);
        people = List.copyOf(people);
        troubles = List.copyOf(troubles);
    }

    /** Of a plan that has no timetable yet. */
    public static LoadsPage none(String plan) {
        return new LoadsPage(
                plan, false, false, Order.NAME, List.of(), List.of(), List.of(), 0, List.of(), Strip.Axis.NONE, "");
    }

    /** In which order people stand. */
    public enum Order {
        /** By their names. */
        NAME,
        /** Whoever has most hours first. */
        HOURS,
        /** Whoever has most evenings first. */
        EVENINGS,
        /** Whoever has most nights first. */
        NIGHTS,
        /** Whoever has most weekends first. */
        WEEKENDS,
        /** Whoever has the shortest rest first. */
        REST
    }

    /** Whether somebody has a share of what is shared fairly. */
    public boolean isShared() {
        return people.stream().flatMap(one -> one.bars().stream()).anyMatch(bar -> bar.share() != null);
    }

    /** Whether people may stand in an order: by their names, their rest, and by what there is any of. */
    public boolean sorts(Order one) {
        return one == Order.NAME
                || one == Order.REST
                || kinds.stream().anyMatch(kind -> kind.name().equals(one.name()));
    }

    /** Where somebody's own week is; {@code null} if the person is in nothing. */
    public @Nullable String address(Person one) {
        String week = strip.weeks().isEmpty()
                ? ""
                : "&week=" + strip.weeks().getFirst().week();
        return one.isThere() ? address(one.id()) + week : null;
    }

    /** Where somebody's own week is in which something is wrong. */
    public String address(Trouble one) {
        return address(one.person()) + "&week=" + one.week();
    }

    private String address(String person) {
        return "/plans/%s/timetable?of=STAFF:%s".formatted(plan, Address.part(person));
    }

    /** Whether the weeks are so few that each has a column of its own. */
    public boolean isShort() {
        return weeks.size() <= MOST_COLUMNS;
    }

    /**
     * One of the staff.
     *
     * @param id       which
     * @param name     what people call the person
     * @param contract contract hours a week
     * @param bars     one for each kind that there is any of
     * @param figures  what stands in the table
     * @param strip    when the person works and rests
     */
    public record Person(String id, String name, double contract, List<Bar> bars, Figures figures, Strip strip) {
        /** Copies the list. */
        public Person {
            bars = List.copyOf(bars);
        }

        /** Whether the person is in anything, be it at home. */
        boolean isThere() {
            return strip.days() > 0 || figures.standBy() > 0;
        }

        /** Only the id. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * How much somebody has of a kind, in minutes; of hours, a week on average.
     *
     * @param kind   of what
     * @param taught in lessons of the existing timetable
     * @param plan   by the plan
     * @param share  what would be fair; {@code null} if the person shares nothing
     * @param norm   what the contract says; {@code null} if it says nothing of it
     * @param most   what the law allows at most, on average; {@code null} if it says nothing of it
     * @param scale  what the whole width stands for, at least 1
     */
    public record Bar(
            Kind kind,
            long taught,
            long plan,
            @Nullable Long share,
            @Nullable Long norm,
            @Nullable Long most,
            long scale) {
        /** All of it. */
        public long all() {
            return taught + plan;
        }

        /** By how much it is more than the law allows. */
        public long over() {
            return most == null ? 0 : Math.max(0, all() - most);
        }

        /** Some minutes as a part of the whole width. */
        public String part(long minutes) {
            return Strip.percent(minutes, scale);
        }
    }

    /**
     * The numbers of somebody, in minutes.
     *
     * @param taught      in lessons of the existing timetable, over all weeks
     * @param counted     by the plan, over all weeks, as it counts
     * @param preparation of that, preparation
     * @param standBy     stand-by at home, which doesn't count
     * @param weeks       what counts by the plan, by week, in the page's order
     * @param mostWeek    the week with most; {@code null} if there is none
     * @param most        how much that is
     * @param shortest    the shortest rest between two days of work; {@code null} if there is none
     * @param free        how many times there is a weekly rest between days of work
     */
    public record Figures(
            long taught,
            long counted,
            long preparation,
            long standBy,
            List<Long> weeks,
            @Nullable IsoWeek mostWeek,
            long most,
            @Nullable Rest shortest,
            int free) {
        /** Copies the list. */
        public Figures {
            weeks = List.copyOf(weeks);
        }
    }

    /**
     * A rest.
     *
     * @param minutes how long it is, in true time
     * @param from    when it begins
     * @param until   when it ends
     */
    public record Rest(long minutes, LocalDateTime from, LocalDateTime until) {}

    /**
     * A place where somebody isn't given the rest that the law asks.
     *
     * @param person   id of whose
     * @param name     what people call the person
     * @param isWeekly whether it is the weekly rest, not the daily one
     * @param from     when the work begins
     * @param until    when it ends
     * @param rest     the longest rest within; of no length if there is none
     * @param owed     hours of rest that are owed
     * @param week     the week in which the rest begins
     */
    public record Trouble(
            String person,
            String name,
            boolean isWeekly,
            LocalDateTime from,
            LocalDateTime until,
            Rest rest,
            int owed,
            IsoWeek week) {
        /** Only the id of the person. */
        @Override
        public String toString() {
            return person;
        }
    }
}
