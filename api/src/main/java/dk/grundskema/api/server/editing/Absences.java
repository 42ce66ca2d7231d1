package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Audit;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.engine.Absence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who of a plan's staff is away when, as the database has it. */
@Component
class Absences {
    private static final String ABSENCE = "SELECT id, staff, begins, ends, reason FROM absence ";

    private final JdbcClient database;
    private final InstantSource clock;
    private final FreshIds ids;
    private final TransactionTemplate transaction;
    private final Audit audit;

    Absences(JdbcClient database, InstantSource clock, FreshIds ids, TransactionTemplate transaction, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * An absence that was entered.
     *
     * @param id      names it
     * @param absence who and when
     * @param reason  why; empty if nobody said. It is shown to whoever may edit the plan, and goes nowhere else
     */
    record Entered(String id, Absence absence, String reason) {
        /** No reason. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * An absence as others may learn of it.
     *
     * @param id      names it
     * @param staffId who is away
     * @param from    first minute, on the wall clock of the plan's zone
     * @param until   the minute after the last
     * @param author  who entered it
     * @param made    when
     */
    record Made(String id, StaffId staffId, LocalDateTime from, LocalDateTime until, AccountId author, Instant made) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the id isn't one, or it ends before it begins */
        Made {
            new Checks()
                    .that(Id.FORM.matcher(id).matches(), "id", "id.malformed", id)
                    .that(until.isAfter(from), "until", "editing.ends-before-start", from, until)
                    .done();
        }

        /** The same, entered by somebody else. */
        Made by(AccountId other) {
            return new Made(id, staffId, from, until, other, made);
        }

        /** Only which. */
        @Override
        public String toString() {
            return id;
        }
    }

    /** Enters an absence. */
    Entered add(Plan plan, Absence absence, String reason, AccountId author) {
        var made = new Made(ids.id(), absence.staffId(), absence.from(), absence.until(), author, clock.instant());
        transaction.executeWithoutResult(status -> {
            insert(plan.id(), made, reason);
            audit.changed(author, plan.organisation(), plan.id(), "audit.absence-entered", List.of(absence.staffId()));
        });
        return new Entered(made.id(), absence, reason);
    }

    /** Keeps an absence that was entered elsewhere, under another id if somebody has that one. */
    void restore(PlanId plan, Made made) {
        boolean isTaken = database.sql("SELECT COUNT(*) FROM absence WHERE id = :id")
                        .param("id", made.id())
                        .query(Long.class)
                        .single()
                > 0;
        insert(
                plan,
                isTaken
                        ? new Made(ids.id(), made.staffId(), made.from(), made.until(), made.author(), made.made())
                        : made,
                "");
    }

    private void insert(PlanId plan, Made made, String reason) {
        database.sql("""
                        INSERT INTO absence (id, plan, staff, begins, ends, reason, author, made)
                        VALUES (:id, :plan, :staff, :begins, :ends, :reason, :author, :made)""")
                .param("id", made.id())
                .param("plan", plan.value())
                .param("staff", made.staffId().value())
                .param("begins", made.from().toString())
                .param("ends", made.until().toString())
                .param("reason", reason)
                .param("author", made.author().value())
                .param("made", Timestamp.from(made.made()))
                .update();
    }

    /** All absences of a plan without reasons, in order of time. */
    List<Made> made(PlanId plan) {
        return database.sql(
                        "SELECT id, staff, begins, ends, author, made FROM absence WHERE plan = :plan ORDER BY begins, id")
                .param("plan", plan.value())
                .query((row, number) -> new Made(
                        row.getString("id"),
                        new StaffId(row.getString("staff")),
                        LocalDateTime.parse(row.getString("begins")),
                        LocalDateTime.parse(row.getString("ends")),
                        new AccountId(row.getString("author")),
                        row.getTimestamp("made").toInstant()))
                .list();
    }

    /** All absences of a plan, in order of time. */
    List<Entered> of(PlanId plan) {
        return database.sql(ABSENCE + "WHERE plan = :plan ORDER BY begins, id")
                .param("plan", plan.value())
                .query(Absences::entered)
                .list();
    }

    /**
     * An absence of a plan.
     *
     * @throws Refusal 404 if the plan has none of that id
     */
    Entered get(PlanId plan, String id) {
        return database.sql(ABSENCE + "WHERE plan = :plan AND id = :id")
                .param("plan", plan.value())
                .param("id", id)
                .query(Absences::entered)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Notes that somebody sees who is away, and why. */
    void seen(Plan plan, List<Entered> all, AccountId account) {
        audit.seen(
                account,
                plan.organisation(),
                plan.id(),
                "audit.absence-seen",
                all.stream().map(one -> one.absence().staffId()).distinct().toList());
    }

    /**
     * Takes an absence back. What a repair made of the plan stays.
     *
     * @throws Refusal 404 if the plan has none of that id
     */
    void remove(Plan plan, String id, AccountId author) {
        transaction.executeWithoutResult(status -> {
            StaffId who = get(plan.id(), id).absence().staffId();
            database.sql("DELETE FROM absence WHERE plan = :plan AND id = :id")
                    .param("plan", plan.id().value())
                    .param("id", id)
                    .update();
            audit.changed(author, plan.organisation(), plan.id(), "audit.absence-removed", List.of(who));
        });
    }

    private static Entered entered(ResultSet row, int number) throws SQLException {
        return new Entered(
                row.getString("id"),
                new Absence(
                        new StaffId(row.getString("staff")),
                        LocalDateTime.parse(row.getString("begins")),
                        LocalDateTime.parse(row.getString("ends"))),
                row.getString("reason"));
    }
}
