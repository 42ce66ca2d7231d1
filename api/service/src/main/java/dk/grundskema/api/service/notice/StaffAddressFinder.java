package dk.grundskema.api.service.notice;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.domain.people.StaffId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the e-mail addresses of plans' staff in their accounts. */
@Component
class StaffAddressFinder {
    private final JdbcClient database;
    private final OrganisationRepository organisations;

    StaffAddressFinder(JdbcClient database, OrganisationRepository organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    /** Returns the sign-in name of a staff member's account, if it is an address; of several accounts, the first one's. */
    Optional<String> findAddress(OrganisationId organisation, StaffId person) {
        return database
                .sql("""
                        SELECT a.sign_in_name FROM role_grant g JOIN account a ON a.id = g.account
                        WHERE g.staff = :person AND g.organisation IN (:upwards) AND a.active = TRUE AND a.sign_in_name LIKE '%@%'
                        ORDER BY a.id""")
                .param("person", person.value())
                .param(
                        "upwards",
                        organisations.findWithAncestors(organisation).stream()
                                .map(OrganisationId::value)
                                .toList())
                .query((row, number) -> row.getString("sign_in_name"))
                .list()
                .stream()
                .findFirst();
    }
}
