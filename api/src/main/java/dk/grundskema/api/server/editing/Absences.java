package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.engine.Absence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of a plan's staff is away when, as the database has it. */
@Component
class Absences {
    private static final String ABSENCE = "SELECT id, staff, begins, ends, reason FROM absence ";

    private final JdbcClient database;
    private final InstantSource clock;
    private final FreshIds ids;

    Absences(JdbcClient database, InstantSource clock, FreshIds ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
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

    /** Enters an absence. */
    Entered add(PlanId plan, Absence absence, String reason, AccountId author) {
        var entered = new Entered(ids.id(), absence, reason);
        database.sql("""
                        INSERT INTO absence (id, plan, staff, begins, ends, reason, author, made)
                        VALUES (:id, :plan, :staff, :begins, :ends, :reason, :author, :now)""")
                .param("id", entered.id())
                .param("plan", plan.value())
                .param("staff", absence.staffId().value())
                .param("begins", absence.from().toString())
                .param("ends", absence.until().toString())
                .param("reason", reason)
                .param("author", author.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return entered;
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

    /**
     * Takes an absence back. What a repair made of the plan stays.
     *
     * @throws Refusal 404 if the plan has none of that id
     */
    void remove(PlanId plan, String id) {
        int gone = database.sql("DELETE FROM absence WHERE plan = :plan AND id = :id")
                .param("plan", plan.value())
                .param("id", id)
                .update();
        if (gone == 0) {
            throw Refusal.notFound();
        }
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
