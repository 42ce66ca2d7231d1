package dk.grundskema.api.service.importing;

import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.platform.access.OrganisationId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what each organisation answered about its files. */
@Component
final class ImportAnswerRepository {
    /** Longest word or meaning that is stored, in characters. */
    private static final int LONGEST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ImportAnswerRepository.class);

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;

    ImportAnswerRepository(JdbcClient database, JdbcTemplate batches, TransactionTemplate transaction) {
        this.database = database;
        this.batches = batches;
        this.transaction = transaction;
    }

    /** Returns the answers of an organisation, by kind and word. */
    List<ImportAnswer> find(OrganisationId organisation) {
        return database.sql(
                        "SELECT kind, word, meaning FROM import_answer WHERE organisation = :id ORDER BY kind, word")
                .param("id", organisation.value())
                .query((row, number) -> new ImportAnswer(
                        ImportQuestion.Kind.valueOf(row.getString("kind")),
                        row.getString("word"),
                        row.getString("meaning")))
                .list();
    }

    /**
     * Stores changes: new, other and forgotten answers. Does not store words and meanings of more than {@value #LONGEST} characters. If somebody
     * else answers one of these questions at the same moment, none of these changes is stored.
     */
    void change(OrganisationId organisation, ImportAnswers changes) {
        List<ImportQuestion.Key> keys = changes.changes().keySet().stream()
                .filter(key -> key.word().length() <= LONGEST)
                .toList();
        List<Object[]> rows = changes.addedTo(List.of()).stream()
                .filter(one -> one.word().length() <= LONGEST && one.meaning().length() <= LONGEST)
                .map(one -> new Object[] {organisation.value(), one.kind().name(), one.word(), one.meaning()})
                .toList();
        try {
            transaction.executeWithoutResult(status -> {
                batches.batchUpdate(
                        "DELETE FROM import_answer WHERE organisation = ? AND kind = ? AND word = ?",
                        keys.stream()
                                .map(key -> new Object[] {
                                    organisation.value(), key.kind().name(), key.word()
                                })
                                .toList());
                batches.batchUpdate(
                        "INSERT INTO import_answer (organisation, kind, word, meaning) VALUES (?, ?, ?, ?)", rows);
            });
        } catch (DuplicateKeyException e) {
            LOG.info(
                    "Somebody else answered a question about the organisation's files at the same moment; that answer holds.");
        }
    }
}
