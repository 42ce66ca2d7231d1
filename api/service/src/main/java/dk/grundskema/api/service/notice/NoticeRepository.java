package dk.grundskema.api.service.notice;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.people.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Stores notices in the database. Each update names the expected state, so that only one of several concurrent updates succeeds. */
@Component
class NoticeRepository {
    /** Time after a publication when its notices expire. */
    static final Duration MAX_DELAY = Duration.ofHours(24);

    /** Time after which a claimed notice is considered abandoned; far longer than any timeout of the mail server. */
    static final Duration CLAIM_LIFETIME = Duration.ofMinutes(15);

    private static final String NOTICE_CONDITION = " WHERE plan = :plan AND number = :number AND staff = :staff ";

    private final JdbcClient database;

    NoticeRepository(JdbcClient database) {
        this.database = database;
    }

    void insert(PendingPublication round) {
        database.sql("INSERT INTO notice_round (plan, number, told) VALUES (:plan, :number, :told)")
                .param("plan", round.plan().value())
                .param("number", round.number())
                .param("told", round.isNoticeWanted())
                .update();
    }

    /** Moves what is stored about the publications of a plan to another plan, which has the same publications. */
    void move(PlanId from, PlanId to) {
        for (String table : List.of("notice_round", "notice", "notice_count")) {
            database.sql("UPDATE " + table + " SET plan = :to WHERE plan = :from")
                    .param("from", from.value())
                    .param("to", to.value())
                    .update();
        }
    }

    /** Returns unresolved publications, ordered by number within each plan. */
    List<PendingPublication> findPendingPublications() {
        return database.sql("SELECT plan, number, told FROM notice_round ORDER BY plan, number")
                .query((row, number) -> new PendingPublication(
                        new PlanId(row.getString("plan")), row.getInt("number"), row.getBoolean("told")))
                .list();
    }

    /** Deletes a pending publication in the transaction that resolves it. Returns whether it existed and was the plan's earliest. */
    boolean takePendingPublication(PendingPublication round) {
        return database.sql("""
                        DELETE FROM notice_round WHERE plan = :plan AND number = :number AND NOT EXISTS
                          (SELECT 1 FROM notice_round earlier WHERE earlier.plan = :plan AND earlier.number < :number)""")
                        .param("plan", round.plan().value())
                        .param("number", round.number())
                        .update()
                > 0;
    }

    void insert(Notice one) {
        database.sql("""
                        INSERT INTO notice (plan, number, staff, since, state, made, due, changed, attempts)
                        VALUES (:plan, :number, :staff, :since, 'PENDING', :made, :due, :made, 0)""")
                .param("plan", one.plan().value())
                .param("number", one.number())
                .param("staff", one.staff().value())
                .param("since", one.since())
                .param("made", Timestamp.from(one.made()))
                .param("due", Timestamp.from(one.due()))
                .update();
    }

    /** Returns pending notices about a plan, by recipient. */
    Map<StaffId, List<Notice>> findPendingByStaff(PlanId plan) {
        return database
                .sql("SELECT * FROM notice WHERE plan = :plan AND state = 'PENDING' ORDER BY number")
                .param("plan", plan.value())
                .query(NoticeRepository::mapRow)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Notice::staff));
    }

    /**
     * Returns due notices.
     *
     * @param most maximum number of results
     */
    List<Notice> findDue(Instant now, int most) {
        return database.sql("""
                        SELECT * FROM notice WHERE state = 'PENDING' AND due <= :now
                        ORDER BY due, plan, number, staff LIMIT :most""")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(NoticeRepository::mapRow)
                .list();
    }

    /** Marks a pending notice as joined: a later notice contains its news. Returns whether it was pending. */
    boolean markJoined(Notice one, Instant now) {
        return update(one, "state = 'JOINED'", "state = 'PENDING' AND attempts = :attempts", now);
    }

    /** Claims a notice for sending. Returns whether this succeeded. */
    boolean claim(Notice one, Instant now) {
        return update(
                one, "state = 'SENDING', attempts = attempts + 1", "state = 'PENDING' AND attempts = :attempts", now);
    }

    /** Stores the final state of a claimed notice. */
    void finish(Notice one, NoticeState state, Instant now) {
        update(one, "state = '" + state + "'", "state IN ('SENDING', 'UNCERTAIN') AND attempts = :attempts + 1", now);
    }

    /** Returns a claimed notice to the queue; only allowed if the mail was certainly not sent. */
    void requeue(Notice one, Instant dueAt, Instant now) {
        database.sql("UPDATE notice SET state = 'PENDING', due = :due, changed = :now" + NOTICE_CONDITION
                        + "AND state IN ('SENDING', 'UNCERTAIN') AND attempts = :attempts + 1")
                .param("due", Timestamp.from(dueAt))
                .params(keyParameters(one, now))
                .update();
    }

    private boolean update(Notice one, String assignment, String condition, Instant now) {
        StatementSpec update = database.sql(
                "UPDATE notice SET " + assignment + ", changed = :now" + NOTICE_CONDITION + "AND " + condition);
        return update.params(keyParameters(one, now)).update() > 0;
    }

    private static Map<String, Object> keyParameters(Notice one, Instant now) {
        return Map.of(
                "plan", one.plan().value(),
                "number", one.number(),
                "staff", one.staff().value(),
                "attempts", one.attempts(),
                "now", Timestamp.from(now));
    }

    /** Fails notices that are too old, closes abandoned claims as uncertain, and deletes pending publications that are too old. */
    void expireOverdue(Instant now) {
        Timestamp late = Timestamp.from(now.minus(MAX_DELAY));
        Timestamp dead = Timestamp.from(now.minus(CLAIM_LIFETIME));
        Timestamp at = Timestamp.from(now);
        database.sql("UPDATE notice SET state = 'FAILED', changed = :at WHERE state = 'PENDING' AND made < :late")
                .param("at", at)
                .param("late", late)
                .update();
        database.sql("UPDATE notice SET state = 'UNCERTAIN', changed = :at WHERE state = 'SENDING' AND changed < :dead")
                .param("at", at)
                .param("dead", dead)
                .update();
        database.sql("""
                        DELETE FROM notice_round WHERE EXISTS
                          (SELECT 1 FROM publication p
                           WHERE p.plan = notice_round.plan AND p.number = notice_round.number AND p.published < :late)""").param("late", late).update();
    }

    /** Returns the number of a publication's notices by state; absent states have none. */
    Map<NoticeState, Integer> countByState(PlanId plan, int number) {
        Map<NoticeState, Integer> counts = new EnumMap<>(NoticeState.class);
        database.sql("""
                        SELECT state, COUNT(*) AS notices FROM notice WHERE plan = :plan AND number = :number GROUP BY state
                        UNION ALL
                        SELECT state, notices FROM notice_count WHERE plan = :plan AND number = :number""").param("plan", plan.value()).param("number", number).query(row -> {
            counts.merge(NoticeState.valueOf(row.getString("state")), row.getInt("notices"), Integer::sum);
        });
        return counts;
    }

    /** Returns whether the recipients of a publication are not resolved yet. */
    boolean isPending(PlanId plan, int number) {
        return database.sql("SELECT COUNT(*) FROM notice_round WHERE plan = :plan AND number = :number AND told = TRUE")
                        .param("plan", plan.value())
                        .param("number", number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Notice mapRow(ResultSet row, int number) throws SQLException {
        return new Notice(
                new PlanId(row.getString("plan")),
                row.getInt("number"),
                new StaffId(row.getString("staff")),
                row.getInt("since"),
                row.getTimestamp("made").toInstant(),
                row.getTimestamp("due").toInstant(),
                row.getInt("attempts"));
    }
}
