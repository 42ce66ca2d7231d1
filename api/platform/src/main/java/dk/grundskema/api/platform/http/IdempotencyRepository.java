package dk.grundskema.api.platform.http;

import dk.grundskema.api.documents.file.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores the responses to requests with an idempotency key for 24 hours. Each row of {@code answered_request} is found by a hash of caller and key,
 * and holds the fingerprint of its request. A row without a fingerprint is a request that is still running. The response is encrypted with AES-GCM;
 * the key is a hash that includes the hash of the caller's token or session, which is not stored. So only the same token or session can read the
 * response again: clients choose idempotency keys, so someone with a copy of the database could guess them.
 */
@Component
public class IdempotencyRepository {
    /** Request attribute: organisation that the response is about. */
    public static final String ORGANISATION_ATTRIBUTE = IdempotencyRepository.class.getName() + ".about";

    /** Request attribute: permissions of the caller for this request. A caller with other permissions gets no stored response. */
    public static final String PERMISSIONS_ATTRIBUTE = IdempotencyRepository.class.getName() + ".rights";

    /** Request attribute: hash of the secret that authenticates the caller. It is not stored anywhere. */
    public static final String SECRET_HASH_ATTRIBUTE = IdempotencyRepository.class.getName() + ".shown";

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyRepository.class);
    private static final Duration RESPONSE_LIFETIME = Duration.ofHours(24);
    /** Longer than any request takes: a request that began earlier and has no response was aborted. */
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(5);

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;
    private final InstantSource clock;

    IdempotencyRepository(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Key of one request of a caller.
     *
     * @param id     id of the stored row
     * @param secret key that encrypts the response
     */
    public record RequestKey(String id, byte[] secret) {
        /**
         * Returns the request key of a caller's idempotency key.
         *
         * @param shown hash of the secret that authenticates the caller
         */
        public static RequestKey of(String caller, String key, String shown) {
            return new RequestKey(
                    HexFormat.of().formatHex(hash("id", caller, key)), hash("secret", caller, key, shown));
        }

        private BytesEncryptor encryptor() {
            return AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(secret, "AES"))
                    .build();
        }

        private static byte[] hash(String... parts) {
            MessageDigest digest = Sha256.newDigest();
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return digest.digest();
        }
    }

    /**
     * A stored response.
     *
     * @param rights  permissions of the caller when the response was made
     * @param status  HTTP status
     * @param headers headers that describe the content
     * @param content body
     */
    public record StoredResponse(String rights, int status, Map<String, String> headers, byte[] content) {}

    /** Reserves the key. Returns false if the request was done before or is running. */
    public boolean tryBegin(RequestKey name) {
        try {
            database.sql("INSERT INTO answered_request (id, begun) VALUES (:id, :now)")
                    .param("id", name.id())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Deletes responses that are no longer replayed. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void deleteExpired() {
        try {
            database.sql("DELETE FROM answered_request WHERE begun < :old")
                    .param("old", Timestamp.from(clock.instant().minus(RESPONSE_LIFETIME)))
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("Expired responses could not be deleted; the next sweep tries again.", e);
        }
    }

    /** Deletes all responses about an organisation, because they may contain names. The keys stay, so no request is done twice. */
    public void deleteAnswersAbout(String organisation) {
        database.sql("UPDATE answered_request SET answer = NULL WHERE about = :about")
                .param("about", organisation)
                .update();
    }

    /**
     * Stores a response.
     *
     * @param answer {@code null} if the response must not be replayed
     * @param about  the organisation that it is about; {@code null} means none
     */
    public void storeResponse(
            RequestKey name, String fingerprint, @Nullable StoredResponse answer, @Nullable String about) {
        database.sql(
                        "UPDATE answered_request SET fingerprint = :fingerprint, status = :status, answer = :answer, about = :about WHERE id = :id")
                .param("id", name.id())
                .param("fingerprint", fingerprint)
                .param("status", answer == null ? null : answer.status())
                .param("answer", answer == null ? null : name.encryptor().encrypt(JSON.writeValueAsBytes(answer)))
                .param("about", about)
                .update();
    }

    /** Releases the key of a request that changed nothing, so that it can be repeated. */
    public void releaseKey(RequestKey name) {
        database.sql("DELETE FROM answered_request WHERE id = :id AND fingerprint IS NULL")
                .param("id", name.id())
                .update();
    }

    private record Row(Instant begun, @Nullable String fingerprint, byte @Nullable [] answer) {}

    /**
     * Returns the stored response; empty if the request is still running.
     *
     * @param rights current permissions of the caller
     * @param gone   key of the text that explains why a response is not stored
     * @throws RefusalException 422 if the key was used for another request; 409 if the result of the request is unknown or the response cannot be
     *     replayed, for example to another token
     */
    public Optional<StoredResponse> findResponse(RequestKey name, String fingerprint, String rights, String gone) {
        Optional<Row> found = database.sql("SELECT begun, fingerprint, answer FROM answered_request WHERE id = :id")
                .param("id", name.id())
                .query((row, number) -> new Row(
                        row.getTimestamp("begun").toInstant(), row.getString("fingerprint"), row.getBytes("answer")))
                .optional();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Row row = found.get();
        byte[] answer = row.answer();
        if (row.fingerprint() == null) {
            if (row.begun().isBefore(clock.instant().minus(ABANDONED_AFTER))) {
                throw RefusalException.conflict("rest.idempotency-lost");
            }
            return Optional.empty();
        }
        if (!fingerprint.equals(row.fingerprint())) {
            throw RefusalException.of(HttpStatus.UNPROCESSABLE_CONTENT, "rest.idempotency-other");
        }
        if (answer == null) {
            throw RefusalException.conflict(gone);
        }
        StoredResponse kept = decrypt(name, answer);
        if (!kept.rights().equals(rights)) {
            throw RefusalException.conflict("rest.idempotency-rights");
        }
        return Optional.of(kept);
    }

    /** @throws RefusalException 409 if the response was made for another token or session */
    private static StoredResponse decrypt(RequestKey name, byte[] answer) {
        try {
            return JSON.readValue(name.encryptor().decrypt(answer), StoredResponse.class);
        } catch (IllegalStateException e) {
            throw RefusalException.conflict("rest.idempotency-shown");
        }
    }
}
