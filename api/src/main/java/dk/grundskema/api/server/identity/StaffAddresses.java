package dk.grundskema.api.server.identity;

import dk.grundskema.domain.people.StaffId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the staff of plans can be written to, as far as their accounts say. */
@Component
public class StaffAddresses {
    private final JdbcClient database;
    private final Organisations organisations;

    StaffAddresses(JdbcClient database, Organisations organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    /** What somebody signs in as who is a member of staff in an organisation's plans, if that is an address; of several accounts the first. */
    public Optional<String> of(OrganisationId organisation, StaffId person) {
        return database
                .sql("""
                        SELECT a.sign_in_name FROM role_grant g JOIN account a ON a.id = g.account
                        WHERE g.staff = :person AND g.organisation IN (:upwards) AND a.active = TRUE AND a.sign_in_name LIKE '%@%'
                        ORDER BY a.id""")
                .param("person", person.value())
                .param(
                        "upwards",
                        organisations.upwards(organisation).stream()
                                .map(OrganisationId::value)
                                .toList())
                .query((row, number) -> row.getString("sign_in_name"))
                .list()
                .stream()
                .findFirst();
    }
}
