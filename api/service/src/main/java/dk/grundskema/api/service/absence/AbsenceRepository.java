package dk.grundskema.api.service.absence;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanContext;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanRowMapper;
import dk.grundskema.api.service.plan.history.AbsenceSource;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.change.Absence;
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

/** Stores absences of staff. An absence counts for the plan and its scenarios together. Every access to reasons is recorded in the audit log. */
@Component
class AbsenceRepository implements AbsenceSource {
    private static final String ABSENCE = "SELECT id, staff, begins, ends, reason FROM absence ";

    private final JdbcClient database;
    private final InstantSource clock;
    private final IdGenerator ids;
    private final TransactionTemplate transaction;
    private final AuditLog audit;

    AbsenceRepository(
            JdbcClient database,
            InstantSource clock,
            IdGenerator ids,
            TransactionTemplate transaction,
            AuditLog audit) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * An absence with its reason.
     *
     * @param id      id
     * @param absence staff member and time
     * @param reason  reason; empty if none. Shown only to users who may edit the plan, and not exported
     */
    record AbsenceEntry(String id, Absence absence, String reason) {
        /** Omits the reason. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * An absence without its reason.
     *
     * @param id      id
     * @param staffId id of the staff member
     * @param from    first minute, in local time of the plan's zone
     * @param until   minute after the last
     * @param author  account that recorded it
     * @param made    when it was recorded
     */
    record AbsenceRecord(
            String id, StaffId staffId, LocalDateTime from, LocalDateTime until, AccountId author, Instant made) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the id is invalid or the absence ends before it begins */
        AbsenceRecord {
            new RecordValidator()
                    .require(Id.FORM.matcher(id).matches(), "id", "id.malformed", id)
                    .require(until.isAfter(from), "until", "editing.ends-before-start", from, until)
                    .throwIfInvalid();
        }

        /** Returns a copy with another author. */
        AbsenceRecord withAuthor(AccountId other) {
            return new AbsenceRecord(id, staffId, from, until, other, made);
        }

        /** Returns the id only. */
        @Override
        public String toString() {
            return id;
        }
    }

    /** Records an absence. */
    AbsenceEntry add(Plan plan, Absence absence, String reason, AccountId author) {
        var made = new AbsenceRecord(
                ids.newId(), absence.staffId(), absence.from(), absence.until(), author, clock.instant());
        transaction.executeWithoutResult(status -> {
            insert(plan.id(), made, reason);
            audit.recordChange(
                    author, plan.organisation(), plan.id(), "audit.absence-entered", List.of(absence.staffId()));
        });
        return new AbsenceEntry(made.id(), absence, reason);
    }

    /** Stores an absence from an archive, with a new id if its own is taken. */
    void restore(PlanId plan, AbsenceRecord made) {
        boolean isTaken = database.sql("SELECT COUNT(*) FROM absence WHERE id = :id")
                        .param("id", made.id())
                        .query(Long.class)
                        .single()
                > 0;
        insert(
                plan,
                isTaken
                        ? new AbsenceRecord(
                                ids.newId(), made.staffId(), made.from(), made.until(), made.author(), made.made())
                        : made,
                "");
    }

    private void insert(PlanId plan, AbsenceRecord made, String reason) {
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
        PlanContext.forgetAbsences();
    }

    /** Returns all absences of a plan without reasons, in chronological order. */
    List<AbsenceRecord> findWithoutReasons(PlanId plan) {
        return database.sql("SELECT id, staff, begins, ends, author, made FROM absence WHERE " + PlanRowMapper.OF_FAMILY
                        + "ORDER BY begins, id")
                .param("plan", plan.value())
                .query((row, number) -> new AbsenceRecord(
                        row.getString("id"),
                        new StaffId(row.getString("staff")),
                        LocalDateTime.parse(row.getString("begins")),
                        LocalDateTime.parse(row.getString("ends")),
                        new AccountId(row.getString("author")),
                        row.getTimestamp("made").toInstant()))
                .list();
    }

    @Override
    public List<Absence> findAbsences(PlanId plan) {
        List<Absence> known = PlanContext.absences(plan);
        if (known != null) {
            return known;
        }
        List<Absence> all = database.sql("SELECT staff, begins, ends FROM absence WHERE " + PlanRowMapper.OF_FAMILY
                        + "ORDER BY begins, id")
                .param("plan", plan.value())
                .query(AbsenceRepository::mapAbsence)
                .list();
        PlanContext.rememberAbsences(plan, all);
        return all;
    }

    /** Returns all absences of a plan, in chronological order. */
    List<AbsenceEntry> findByPlan(PlanId plan) {
        return database.sql(ABSENCE + "WHERE " + PlanRowMapper.OF_FAMILY + "ORDER BY begins, id")
                .param("plan", plan.value())
                .query(AbsenceRepository::mapEntry)
                .list();
    }

    /**
     * Returns an absence of a plan. Reads the times of the others too, but not their reasons, so that the request needs no further query.
     *
     * @throws RefusalException 404 if the plan has no such absence
     */
    AbsenceEntry get(PlanId plan, String id) {
        List<AbsenceEntry> all = database.sql(
                        "SELECT id, staff, begins, ends, CASE WHEN id = :id THEN reason ELSE '' END AS reason FROM absence "
                                + "WHERE " + PlanRowMapper.OF_FAMILY + "ORDER BY begins, id")
                .param("plan", plan.value())
                .param("id", id)
                .query(AbsenceRepository::mapEntry)
                .list();
        PlanContext.rememberAbsences(
                plan, all.stream().map(AbsenceEntry::absence).toList());
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(RefusalException::notFound);
    }

    /** Records in the audit log that an account saw absences with their reasons. */
    void auditSeen(Plan plan, List<AbsenceEntry> all, AccountId account) {
        audit.recordSeen(
                account,
                plan.organisation(),
                plan.id(),
                "audit.absence-seen",
                all.stream().map(one -> one.absence().staffId()).distinct().toList());
    }

    /**
     * Deletes an absence. What was changed in the plan because of it remains.
     *
     * @throws RefusalException 404 if the plan has no such absence
     */
    void remove(Plan plan, String id, AccountId author) {
        transaction.executeWithoutResult(status -> {
            StaffId who = get(plan.id(), id).absence().staffId();
            database.sql("DELETE FROM absence WHERE id = :id").param("id", id).update();
            PlanContext.forgetAbsences();
            audit.recordChange(author, plan.organisation(), plan.id(), "audit.absence-removed", List.of(who));
        });
    }

    private static AbsenceEntry mapEntry(ResultSet row, int number) throws SQLException {
        return new AbsenceEntry(row.getString("id"), mapAbsence(row, number), row.getString("reason"));
    }

    private static Absence mapAbsence(ResultSet row, int number) throws SQLException {
        return new Absence(
                new StaffId(row.getString("staff")),
                LocalDateTime.parse(row.getString("begins")),
                LocalDateTime.parse(row.getString("ends")));
    }
}
