package dk.grundskema.api.server.platform;

import dk.grundskema.api.platform.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was answered to requests that bore a key, for a day. It is kept so that only whoever shows the same token or session again can read it: keys
 * are what clients make up, and may be guessed by whoever has a copy of the database.
 */
@Component
public class AnsweredRequests implements DisposableBean {
    /** Attribute of a request: whose plans, accounts or the like its answer is about. */
    public static final String ABOUT = AnsweredRequests.class.getName() + ".about";

    /** Attribute of a request: what its caller may do there; whoever may do less or more gets no answer that was given before. */
    public static final String RIGHTS = AnsweredRequests.class.getName() + ".rights";

    /** Attribute of a request: hash of the secret by which its caller is known, such as is kept nowhere. */
    public static final String SHOWN = AnsweredRequests.class.getName() + ".shown";

    private static final Logger LOG = LoggerFactory.getLogger(AnsweredRequests.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration SWEEPING = Duration.ofMinutes(10);
    /** Longer than any request takes: whoever was to do it has died. */
    private static final Duration LOST = Duration.ofMinutes(5);

    private static final int NONCE = 12;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final InstantSource clock;
    private final ScheduledExecutorService sweeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("answered-requests").factory());

    @SuppressWarnings("FutureReturnValueIgnored") // a sweep lets no failure out
    AnsweredRequests(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        sweeping.scheduleWithFixedDelay(this::sweep, 0, SWEEPING.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        sweeping.shutdownNow();
    }

    /**
     * Names a request of somebody.
     *
     * @param id     what it is kept under
     * @param secret what its answer is locked with
     */
    record Name(String id, byte[] secret) {
        /**
         * The name of a caller's key.
         *
         * @param shown hash of the secret by which the caller is known
         */
        static Name of(String caller, String key, String shown) {
            return new Name(HexFormat.of().formatHex(hash("id", caller, key)), hash("secret", caller, key, shown));
        }

        private static byte[] hash(String... parts) {
            MessageDigest digest = Sha256.begun();
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return digest.digest();
        }
    }

    /**
     * An answer.
     *
     * @param rights  what whoever got it may do
     * @param status  its status
     * @param headers those that belong to what it says
     * @param content what it says
     */
    record Answered(String rights, int status, Map<String, String> headers, byte[] content) {}

    /** Whether the caller is to do what is asked: nobody did, or is doing it. */
    boolean begin(Name name) {
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

    private void sweep() {
        try {
            database.sql("DELETE FROM answered_request WHERE begun < :old")
                    .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("Old answers could not be let go of just now.", e);
        }
    }

    /** Lets go of all answers about an organisation, which may name people. That they were given is still known, so that nothing is done twice. */
    public void forgetAbout(String organisation) {
        database.sql("UPDATE answered_request SET answer = NULL WHERE about = :about")
                .param("about", organisation)
                .update();
    }

    /**
     * Keeps an answer.
     *
     * @param answer {@code null} if nobody may get it again
     * @param about  the organisation that it is about; {@code null} means none
     */
    void keep(Name name, String fingerprint, @Nullable Answered answer, @Nullable String about) {
        database.sql(
                        "UPDATE answered_request SET fingerprint = :fingerprint, status = :status, answer = :answer, about = :about WHERE id = :id")
                .param("id", name.id())
                .param("fingerprint", fingerprint)
                .param("status", answer == null ? null : answer.status())
                .param("answer", answer == null ? null : locked(name, written(answer)))
                .param("about", about)
                .update();
    }

    /** Nothing was done: the same may be asked again. */
    void forget(Name name) {
        database.sql("DELETE FROM answered_request WHERE id = :id AND fingerprint IS NULL")
                .param("id", name.id())
                .update();
    }

    private record Row(Instant begun, @Nullable String fingerprint, byte @Nullable [] answer) {}

    /**
     * The answer to a request; empty if it is being done just now.
     *
     * @param rights what the caller may do now
     * @param gone   key of the text that says why an answer isn't kept
     * @throws Refusal 422 if the key was used for something else, 409 if it isn't known what became of it or the answer isn't to be had again, as by
     *     another token
     */
    Optional<Answered> find(Name name, String fingerprint, String rights, String gone) {
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
            if (row.begun().isBefore(clock.instant().minus(LOST))) {
                throw Refusal.conflict("rest.idempotency-lost");
            }
            return Optional.empty();
        }
        if (!fingerprint.equals(row.fingerprint())) {
            throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "rest.idempotency-other");
        }
        if (answer == null) {
            throw Refusal.conflict(gone);
        }
        Answered kept = read(unlocked(name, answer));
        if (!kept.rights().equals(rights)) {
            throw Refusal.conflict("rest.idempotency-rights");
        }
        return Optional.of(kept);
    }

    private byte[] locked(Name name, byte[] text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] locked = crypted(Cipher.ENCRYPT_MODE, name, nonce, text);
        return ByteBuffer.allocate(NONCE + locked.length).put(nonce).put(locked).array();
    }

    private static byte[] unlocked(Name name, byte[] kept) {
        return crypted(
                Cipher.DECRYPT_MODE, name, Arrays.copyOf(kept, NONCE), Arrays.copyOfRange(kept, NONCE, kept.length));
    }

    private static byte[] crypted(int mode, Name name, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(name.secret(), "AES"), new GCMParameterSpec(128, nonce));
            return cipher.doFinal(text);
        } catch (AEADBadTagException e) {
            throw Refusal.conflict("rest.idempotency-shown");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An answer can't be locked or unlocked.", e);
        }
    }

    private static byte[] written(Answered answer) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(answer.rights());
            out.writeInt(answer.status());
            out.writeInt(answer.headers().size());
            for (var header : answer.headers().entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.write(answer.content());
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answered read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String rights = in.readUTF();
            int status = in.readInt();
            var headers = new TreeMap<String, String>();
            for (int left = in.readInt(); left > 0; left--) {
                headers.put(in.readUTF(), in.readUTF());
            }
            return new Answered(rights, status, headers, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
