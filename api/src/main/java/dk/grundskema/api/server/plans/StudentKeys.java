package dk.grundskema.api.server.plans;

import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secret key of each organisation from which the ids of imported students are made. It is made when it is first needed and never changes, so that the same
 * list gives the same ids; it is in backups, and in no answer.
 */
@Component
final class StudentKeys {
    private final JdbcClient database;

    StudentKeys(JdbcClient database) {
        this.database = database;
    }

    /** The key of an organisation. Of several processes that need it at once for the first time, all get the key of the one that was first. */
    StudentKey of(OrganisationId organisation) {
        database.sql("UPDATE organisation SET student_key = :key WHERE id = :id AND student_key IS NULL")
                .param("key", StudentKey.random().secretText())
                .param("id", organisation.value())
                .update();
        return database.sql("SELECT student_key FROM organisation WHERE id = :id")
                .param("id", organisation.value())
                .query((row, number) ->
                        StudentKey.of(row.getString("student_key")).orElseThrow())
                .single();
    }
}
