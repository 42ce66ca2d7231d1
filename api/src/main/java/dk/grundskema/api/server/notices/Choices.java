package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.publishing.Links;
import dk.grundskema.domain.people.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether people want mails. Whoever has said nothing gets them. */
@Component
class Choices {
    private static final String CHOICE = "SELECT organisation, staff, token, declined FROM notice_choice WHERE ";

    private final JdbcClient database;
    private final FreshIds ids;
    private final InstantSource clock;

    Choices(JdbcClient database, FreshIds ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What somebody has chosen.
     *
     * @param organisation of whose plans
     * @param staff        who
     * @param token        opens the page of the choice; in no log
     * @param isWanted     whether mails are wanted
     */
    record Choice(OrganisationId organisation, StaffId staff, String token, boolean isWanted) {
        /** Without the token. */
        @Override
        public String toString() {
            return organisation + " " + isWanted;
        }
    }

    /** What the owner of a token has chosen, if it is one. */
    Optional<Choice> byToken(String token) {
        return database.sql(CHOICE + "token = :token")
                .param("token", token)
                .query(Choices::choice)
                .optional();
    }

    private Optional<Choice> find(OrganisationId organisation, StaffId staff) {
        return database.sql(CHOICE + "organisation = :organisation AND staff = :staff")
                .param("organisation", organisation.value())
                .param("staff", staff.value())
                .query(Choices::choice)
                .optional();
    }

    /** What somebody has chosen; who has said nothing yet has a token from now on. No part of a transaction. */
    Choice of(OrganisationId organisation, StaffId staff) {
        return find(organisation, staff).orElseGet(() -> {
            try {
                database.sql("""
                                INSERT INTO notice_choice (organisation, staff, token)
                                VALUES (:organisation, :staff, :token)""")
                        .param("organisation", organisation.value())
                        .param("staff", staff.value())
                        .param("token", ids.code(Links.TOKEN_LENGTH))
                        .update();
            } catch (DuplicateKeyException e) {
                return find(organisation, staff).orElseThrow(() -> e); // somebody else was faster
            }
            return find(organisation, staff).orElseThrow();
        });
    }

    /** Whether somebody wants mails. */
    boolean isWanted(OrganisationId organisation, StaffId staff) {
        return find(organisation, staff).map(Choice::isWanted).orElse(true);
    }

    /** Notes what somebody wants from now on. */
    void choose(OrganisationId organisation, StaffId staff, boolean isWanted) {
        Choice choice = of(organisation, staff);
        if (choice.isWanted() != isWanted) {
            database.sql("""
                            UPDATE notice_choice SET declined = :declined
                            WHERE organisation = :organisation AND staff = :staff""")
                    .param("declined", isWanted ? null : Timestamp.from(clock.instant()))
                    .param("organisation", organisation.value())
                    .param("staff", staff.value())
                    .update();
        }
    }

    private static Choice choice(ResultSet row, int number) throws SQLException {
        return new Choice(
                new OrganisationId(row.getString("organisation")),
                new StaffId(row.getString("staff")),
                row.getString("token"),
                row.getTimestamp("declined") == null);
    }
}
