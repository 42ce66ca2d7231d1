package dk.grundskema.api.service.notice;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.domain.people.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores which staff members want mails. The default is yes. */
@Component
class NoticeChoiceRepository {
    private static final String CHOICE = "SELECT organisation, staff, token, declined FROM notice_choice WHERE ";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final IdGenerator ids;
    private final InstantSource clock;

    NoticeChoiceRepository(JdbcClient database, JdbcTemplate batches, IdGenerator ids, InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Choice of a staff member.
     *
     * @param organisation organisation of the plans
     * @param staff        the staff member
     * @param token        secret token of the choice's page; must not be logged
     * @param isWanted     whether mails are wanted
     */
    record NoticeChoice(OrganisationId organisation, StaffId staff, String token, boolean isWanted) {
        /** Leaves out the token. */
        @Override
        public String toString() {
            return organisation + " " + isWanted;
        }
    }

    /** Returns the choice with a token, if it exists. */
    Optional<NoticeChoice> findByToken(String token) {
        return database.sql(CHOICE + "token = :token")
                .param("token", token)
                .query(NoticeChoiceRepository::mapRow)
                .optional();
    }

    private Optional<NoticeChoice> find(OrganisationId organisation, StaffId staff) {
        return database.sql(CHOICE + "organisation = :organisation AND staff = :staff")
                .param("organisation", organisation.value())
                .param("staff", staff.value())
                .query(NoticeChoiceRepository::mapRow)
                .optional();
    }

    /** Returns the choice of a staff member; creates it with a token if it does not exist. Must not run inside a transaction. */
    NoticeChoice findOrCreate(OrganisationId organisation, StaffId staff) {
        return find(organisation, staff).orElseGet(() -> {
            try {
                database.sql("""
                                INSERT INTO notice_choice (organisation, staff, token)
                                VALUES (:organisation, :staff, :token)""")
                        .param("organisation", organisation.value())
                        .param("staff", staff.value())
                        .param("token", ids.newCode(LinkRepository.TOKEN_LENGTH))
                        .update();
            } catch (DuplicateKeyException e) {
                return find(organisation, staff).orElseThrow(() -> e); // another thread was faster
            }
            return find(organisation, staff).orElseThrow();
        });
    }

    /** Returns whether a staff member wants mails. */
    boolean isWanted(OrganisationId organisation, StaffId staff) {
        return find(organisation, staff).map(NoticeChoice::isWanted).orElse(true);
    }

    /** Returns those staff members who do not want mails. */
    Set<Caller.OwnStaff> findDeclined(Collection<Caller.OwnStaff> people) {
        return findAll(people).stream()
                .filter(one -> !one.isWanted())
                .map(one -> new Caller.OwnStaff(one.organisation(), one.staff()))
                .collect(Collectors.toSet());
    }

    private List<NoticeChoice> findAll(Collection<Caller.OwnStaff> people) {
        return people.isEmpty()
                ? List.of()
                : database.sql(CHOICE + "(organisation, staff) IN (:people)")
                        .param("people", Caller.OwnStaff.rowValues(people))
                        .query(NoticeChoiceRepository::mapRow)
                        .list();
    }

    /** Stores whether a staff member wants mails. */
    void setWanted(OrganisationId organisation, StaffId staff, boolean isWanted) {
        setWanted(Set.of(new Caller.OwnStaff(organisation, staff)), isWanted);
    }

    /** Stores whether staff members want mails. Must not run inside a transaction. */
    void setWanted(Collection<Caller.OwnStaff> people, boolean isWanted) {
        if (people.isEmpty()) {
            return;
        }
        if (!isWanted) {
            createMissing(people);
        }
        database.sql("""
                        UPDATE notice_choice SET declined = CAST(:declined AS TIMESTAMP WITH TIME ZONE)
                        WHERE (organisation, staff) IN (:people)
                          AND (declined IS NULL) <> CAST(:isWanted AS BOOLEAN)""")
                .param("declined", isWanted ? null : Timestamp.from(clock.instant()))
                .param("people", Caller.OwnStaff.rowValues(people))
                .param("isWanted", isWanted)
                .update();
    }

    private void createMissing(Collection<Caller.OwnStaff> people) {
        var missing = new HashSet<>(people);
        findAll(people).forEach(one -> missing.remove(new Caller.OwnStaff(one.organisation(), one.staff())));
        if (!missing.isEmpty()) {
            try {
                batches.batchUpdate(
                        "INSERT INTO notice_choice (organisation, staff, token) VALUES (?, ?, ?)",
                        missing.stream()
                                .map(one -> new Object[] {
                                    one.organisation().value(),
                                    one.staff().value(),
                                    ids.newCode(LinkRepository.TOKEN_LENGTH)
                                })
                                .toList());
            } catch (DuplicateKeyException e) { // another thread was faster with some of them
                missing.forEach(one -> findOrCreate(one.organisation(), one.staff()));
            }
        }
    }

    private static NoticeChoice mapRow(ResultSet row, int number) throws SQLException {
        return new NoticeChoice(
                new OrganisationId(row.getString("organisation")),
                new StaffId(row.getString("staff")),
                row.getString("token"),
                row.getTimestamp("declined") == null);
    }
}
