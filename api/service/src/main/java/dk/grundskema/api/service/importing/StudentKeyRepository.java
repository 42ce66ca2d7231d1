package dk.grundskema.api.service.importing;

import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.platform.access.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores the secret key of each organisation from which ids of imported students are derived. The key is created on first use and never changes,
 * so that the same list gives the same ids. It is part of backups and of no response.
 */
@Component
final class StudentKeyRepository {
    private final JdbcClient database;

    StudentKeyRepository(JdbcClient database) {
        this.database = database;
    }

    /** Returns the key of an organisation. Concurrent first calls all get the key that was stored first. */
    StudentKey findOrCreate(OrganisationId organisation) {
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
