package dk.grundskema.solver.testkit;

import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Wish;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds a staff member, by default full-time, always available, without skills, without a mail address and with the work rules of the problem. */
public final class StaffBuilder {
    private final StaffId id;
    private String name;
    private final TreeSet<String> skills = new TreeSet<>();
    private final List<Period> only = new ArrayList<>();
    private final List<Period> except = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();
    private double contractHours = 37;
    private double alreadyWorked;
    private @Nullable String email;
    private @Nullable Language language;
    private @Nullable WorkRules work;

    private StaffBuilder(StaffId id) {
        this.id = id;
        name = "Teacher " + id;
    }

    /** Returns a builder of the staff member with an id. */
    public static StaffBuilder aStaffMember(String id) {
        return aStaffMember(new StaffId(id));
    }

    /** Returns a builder of the staff member with an id. */
    public static StaffBuilder aStaffMember(StaffId id) {
        return new StaffBuilder(id);
    }

    /** Sets the name. */
    public StaffBuilder name(String value) {
        name = value;
        return this;
    }

    /** Sets the mail address; {@code null} means none. */
    public StaffBuilder email(@Nullable String value) {
        email = value;
        return this;
    }

    /** Adds skills. */
    public StaffBuilder skills(String... some) {
        skills.addAll(List.of(some));
        return this;
    }

    /** Adds an availability to the present one. */
    public StaffBuilder available(Availability some) {
        only.addAll(some.only());
        except.addAll(some.except());
        return this;
    }

    /** Adds a time at which the person is not available. */
    public StaffBuilder except(Period period) {
        except.add(period);
        return this;
    }

    /** Adds a time; the person is available at such times only. */
    public StaffBuilder only(Period period) {
        only.add(period);
        return this;
    }

    /** Sets the hours worked before the horizon. */
    public StaffBuilder alreadyWorked(double hours) {
        alreadyWorked = hours;
        return this;
    }

    /** Sets the contract hours. */
    public StaffBuilder contract(double hoursAWeek) {
        contractHours = hoursAWeek;
        return this;
    }

    /** Adds a wish. */
    public StaffBuilder wish(Wish.Kind kind, Period period, int weight) {
        wishes.add(new Wish(kind, period, weight));
        return this;
    }

    /** Sets the person's own language; {@code null} means the problem's. */
    public StaffBuilder language(@Nullable Language value) {
        language = value;
        return this;
    }

    /** Sets the person's own work rules; {@code null} means those of the problem. */
    public StaffBuilder work(@Nullable WorkRules rules) {
        work = rules;
        return this;
    }

    /** Returns the staff member. */
    public StaffMember build() {
        return new StaffMember(
                id,
                name,
                skills,
                new Availability(only, except),
                contractHours,
                alreadyWorked,
                wishes,
                email,
                language,
                work);
    }
}
