package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.domain.people.FairLoad.Kind;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Model of the page with the workload and rests of the staff.
 *
 * @param plan           id of the plan
 * @param hasTimetable   whether there is a timetable
 * @param hasLessons     whether there is an existing timetable besides the plan
 * @param order          order of people
 * @param weeks          weeks with events, in order
 * @param kinds          kinds of workload that occur, hours first
 * @param people         staff members who work in the plan or could
 * @param others         number of further staff members, who only have lessons of the existing timetable
 * @param idle           names of those who have neither lessons nor hours in the plan
 * @param leavesOutWeeks whether weeks in which somebody is away are left out of that person's average
 * @param restViolations violations of the rest required by law
 * @param strip          axis above the strips
 * @param law            law and section that require the rest
 */
public record LoadsPage(
        String plan,
        boolean hasTimetable,
        boolean hasLessons,
        LoadsOrder order,
        List<IsoWeek> weeks,
        List<Kind> kinds,
        List<PersonLoad> people,
        int others,
        List<String> idle,
        boolean leavesOutWeeks,
        List<RestViolation> restViolations,
        WorkRestChart.Axis strip,
        String law) {
    private static final int MOST_COLUMNS = 6;

    /** Copies the lists. */
    public LoadsPage {
        weeks = List.copyOf(weeks);
        kinds = List.copyOf(kinds);
        people = List.copyOf(people);
        idle = List.copyOf(idle);
        restViolations = List.copyOf(restViolations);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("loads").withStyle("loads.css").withFullWidth().withAutoRefresh();
    }

    /** Returns the page of a plan without a timetable. */
    public static LoadsPage empty(String plan) {
        return new LoadsPage(
                plan,
                false,
                false,
                LoadsOrder.NAME,
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                false,
                List.of(),
                WorkRestChart.Axis.NONE,
                "");
    }

    /** Orders of people. */
    public enum LoadsOrder {
        /** By name. */
        NAME,
        /** Most hours first. */
        HOURS,
        /** Most evenings first. */
        EVENINGS,
        /** Most nights first. */
        NIGHTS,
        /** Most weekends first. */
        WEEKENDS,
        /** Shortest rest first. */
        REST
    }

    /** Returns whether anyone has a share of the workload that is distributed fairly. */
    public boolean isShared() {
        return people.stream().flatMap(one -> one.bars().stream()).anyMatch(bar -> bar.share() != null);
    }

    /** Returns whether an order is available: by name, by rest, and by the kinds that occur. */
    public boolean sorts(LoadsOrder one) {
        return one == LoadsOrder.NAME
                || one == LoadsOrder.REST
                || kinds.stream().anyMatch(kind -> kind.name().equals(one.name()));
    }

    /** Returns the address of a person's week; {@code null} if the person has no events. */
    public @Nullable String address(PersonLoad one) {
        String week = strip.weeks().isEmpty()
                ? ""
                : "&week=" + strip.weeks().getFirst().week();
        return one.isThere() ? address(one.id()) + week : null;
    }

    /** Returns the address of the person's week with the violation. */
    public String address(RestViolation one) {
        return address(one.person()) + "&week=" + one.week();
    }

    private String address(String person) {
        return "/plans/%s/timetable?of=STAFF:%s".formatted(plan, AddressEncoder.encode(person));
    }

    /** Returns whether there are few enough weeks for a column each. */
    public boolean isShort() {
        return weeks.size() <= MOST_COLUMNS;
    }

    /**
     * A staff member.
     *
     * @param id       id
     * @param name     display name
     * @param contract contract hours per week
     * @param bars     one bar for each kind that occurs
     * @param figures  table values
     * @param strip    work and rests
     */
    public record PersonLoad(
            String id, String name, double contract, List<LoadBar> bars, PersonTotals figures, WorkRestChart strip) {
        /** Copies the list. */
        public PersonLoad {
            bars = List.copyOf(bars);
        }

        /** Returns whether the person has any events or stand-by. */
        boolean isThere() {
            return strip.days() > 0 || figures.standBy() > 0;
        }

        /** Returns only the id. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Workload of a person by kind, in minutes; hours as an average of the weeks in which the person is not away.
     *
     * @param kind   the kind
     * @param taught in lessons of the existing timetable
     * @param plan   in the plan
     * @param share  fair share; {@code null} if the person has none
     * @param norm   contract value; {@code null} if there is none
     * @param most   legal maximum on average; {@code null} if there is none
     * @param scale  value of the full width, at least 1
     */
    public record LoadBar(
            Kind kind,
            long taught,
            long plan,
            @Nullable Long share,
            @Nullable Long norm,
            @Nullable Long most,
            long scale) {
        /** Returns the total. */
        public long all() {
            return taught + plan;
        }

        /** Returns the excess over the legal maximum. */
        public long over() {
            return most == null ? 0 : Math.max(0, all() - most);
        }

        /** Returns minutes as a fraction of the full width. */
        public String part(long minutes) {
            return WorkRestChart.percent(minutes, scale);
        }
    }

    /**
     * Totals of a person, in minutes.
     *
     * @param taught      lessons of the existing timetable, over all weeks
     * @param counted     counted working time in the plan, over all weeks
     * @param preparation preparation within that time
     * @param standBy     stand-by at home, which does not count
     * @param weeks       lessons and counted time by week, in the order of the page
     * @param mostWeek    week with the most of both; {@code null} if none
     * @param most        time of that week
     * @param shortest    shortest rest between two working days; {@code null} if none
     * @param free        number of weekly rests between working days; {@code null} if those are no more than seven days
     */
    public record PersonTotals(
            long taught,
            long counted,
            long preparation,
            long standBy,
            List<Long> weeks,
            @Nullable IsoWeek mostWeek,
            long most,
            @Nullable RestPeriod shortest,
            @Nullable Integer free) {
        /** Copies the list. */
        public PersonTotals {
            weeks = List.copyOf(weeks);
        }
    }

    /**
     * A rest.
     *
     * @param minutes duration in elapsed time
     * @param from    start
     * @param until   end
     */
    public record RestPeriod(long minutes, LocalDateTime from, LocalDateTime until) {}

    /**
     * A violation of the rest required by law.
     *
     * @param person   id of the staff member
     * @param name     display name
     * @param isWeekly whether the weekly rest is missing, not the daily one
     * @param from     start of the work
     * @param until    end of the work
     * @param rest     longest rest within that time; of length 0 if none
     * @param owed     hours of rest that are missing
     * @param week     week in which the rest begins
     */
    public record RestViolation(
            String person,
            String name,
            boolean isWeekly,
            LocalDateTime from,
            LocalDateTime until,
            RestPeriod rest,
            int owed,
            IsoWeek week) {
        /** Returns only the id of the person. */
        @Override
        public String toString() {
            return person;
        }
    }
}
