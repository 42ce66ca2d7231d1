package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.plans.PlanId;
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

/** Notices in the database. Who changes one says what it must still be, so that of several who try one does. */
@Component
class NoticeRows {
    /** So long after a publication nobody is told of it any more. */
    static final Duration TOO_LATE = Duration.ofHours(24);

    /** So long nobody has a notice in hand who is still alive: far longer than a mail server is waited for. */
    static final Duration LONGEST_IN_HAND = Duration.ofMinutes(15);

    private static final String THIS = " WHERE plan = :plan AND number = :number AND staff = :staff ";

    private final JdbcClient database;

    NoticeRows(JdbcClient database) {
        this.database = database;
    }

    void insert(Round round) {
        database.sql("INSERT INTO notice_round (plan, number, told) VALUES (:plan, :number, :told)")
                .param("plan", round.plan().value())
                .param("number", round.number())
                .param("told", round.isTold())
                .update();
    }

    /** Rounds that nobody has worked out yet, of each plan the earliest first. */
    List<Round> rounds() {
        return database.sql("SELECT plan, number, told FROM notice_round ORDER BY plan, number")
                .query((row, number) ->
                        new Round(new PlanId(row.getString("plan")), row.getInt("number"), row.getBoolean("told")))
                .list();
    }

    /** Takes a round, as part of the transaction that works it out; whether it is there, and is its plan's earliest. */
    boolean take(Round round) {
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

    /** Notices about a plan that nobody has sent yet, by who is to get them. */
    Map<StaffId, List<Notice>> waiting(PlanId plan) {
        return database
                .sql("SELECT * FROM notice WHERE plan = :plan AND state = 'PENDING' ORDER BY number")
                .param("plan", plan.value())
                .query(NoticeRows::notice)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Notice::staff));
    }

    /** Notices that are to be sent by now, so many at most. */
    List<Notice> due(Instant now, int most) {
        return database.sql("""
                        SELECT * FROM notice WHERE state = 'PENDING' AND due <= :now
                        ORDER BY due, plan, number, staff LIMIT :most""")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(NoticeRows::notice)
                .list();
    }

    /** Lets a notice go that nobody has in hand: the person hears of it with a later one. Whether that was so. */
    boolean join(Notice one, Instant now) {
        return change(one, "state = 'JOINED'", "state = 'PENDING' AND attempts = :attempts", now);
    }

    /** Takes a notice in hand; whether nobody else has. */
    boolean claim(Notice one, Instant now) {
        return change(
                one, "state = 'SENDING', attempts = attempts + 1", "state = 'PENDING' AND attempts = :attempts", now);
    }

    /** Notes what became of a notice that one has in hand. */
    void end(Notice one, NoticeState state, Instant now) {
        change(one, "state = '" + state + "'", "state IN ('SENDING', 'UNCERTAIN') AND attempts = :attempts + 1", now);
    }

    /** Puts a notice back that one has in hand and that certainly nobody was given. */
    void putBack(Notice one, Instant due, Instant now) {
        database.sql("UPDATE notice SET state = 'PENDING', due = :due, changed = :now" + THIS
                        + "AND state IN ('SENDING', 'UNCERTAIN') AND attempts = :attempts + 1")
                .param("due", Timestamp.from(due))
                .params(key(one, now))
                .update();
    }

    private boolean change(Notice one, String assignment, String condition, Instant now) {
        StatementSpec update =
                database.sql("UPDATE notice SET " + assignment + ", changed = :now" + THIS + "AND " + condition);
        return update.params(key(one, now)).update() > 0;
    }

    private static Map<String, Object> key(Notice one, Instant now) {
        return Map.of(
                "plan", one.plan().value(),
                "number", one.number(),
                "staff", one.staff().value(),
                "attempts", one.attempts(),
                "now", Timestamp.from(now));
    }

    /** Ends what nobody will end: what couldn't be sent for too long, and what somebody had in hand who is no more. */
    void giveUp(Instant now) {
        Timestamp late = Timestamp.from(now.minus(TOO_LATE));
        Timestamp dead = Timestamp.from(now.minus(LONGEST_IN_HAND));
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

    /** How many notices about a publication there are of which state; those that aren't named are none. */
    Map<NoticeState, Integer> counts(PlanId plan, int number) {
        Map<NoticeState, Integer> counts = new EnumMap<>(NoticeState.class);
        database.sql("""
                        SELECT state, COUNT(*) AS notices FROM notice WHERE plan = :plan AND number = :number GROUP BY state
                        UNION ALL
                        SELECT state, notices FROM notice_count WHERE plan = :plan AND number = :number""").param("plan", plan.value()).param("number", number).query(row -> {
            counts.merge(NoticeState.valueOf(row.getString("state")), row.getInt("notices"), Integer::sum);
        });
        return counts;
    }

    /** Whether a publication waits for somebody to work out whom it concerns. */
    boolean isToBeWorkedOut(PlanId plan, int number) {
        return database.sql("SELECT COUNT(*) FROM notice_round WHERE plan = :plan AND number = :number AND told = TRUE")
                        .param("plan", plan.value())
                        .param("number", number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
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
