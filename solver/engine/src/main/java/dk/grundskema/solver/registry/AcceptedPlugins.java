package dk.grundskema.solver.registry;

import dk.grundskema.solver.registry.bytecode.PluginPermission;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

/**
 * The jars of a plugin folder whose permissions an operator accepted: a file in the folder with a line for each, the SHA-256 of the jar and its
 * permissions. A line that is deleted is no longer accepted.
 */
public final class AcceptedPlugins {
    /** The file in the plugin folder. */
    public static final String FILE = "accepted-plugins.properties";

    private final Path file;
    private final Properties accepted;

    private AcceptedPlugins(Path file, Properties accepted) {
        this.file = file;
        this.accepted = accepted;
    }

    /**
     * Reads which jars are accepted in a plugin folder; none if it has no such file.
     *
     * @throws IOException if the file cannot be read
     */
    public static AcceptedPlugins in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        var accepted = new Properties();
        if (Files.exists(file)) {
            try (Reader text = Files.newBufferedReader(file)) {
                accepted.load(text);
            } catch (IllegalArgumentException e) { // a malformed escape
                throw new IOException("The file (%s) is no file of properties: %s".formatted(file, e.getMessage()), e);
            }
        }
        return new AcceptedPlugins(file, accepted);
    }

    /**
     * Returns whether exactly these permissions of this jar, byte for byte, are accepted.
     *
     * @throws IOException if the jar cannot be read
     */
    boolean has(Path jar, Set<PluginPermission> permissions) throws IOException {
        return PluginDescriptor.words(permissions).equals(accepted.getProperty(hash(jar)));
    }

    /**
     * Records that the permissions of a jar are accepted.
     *
     * @throws IOException if the jar cannot be read or the file not written
     */
    public void add(Path jar, PluginDescriptor descriptor) throws IOException {
        String words = PluginDescriptor.words(descriptor.permissions());
        String hash = hash(jar);
        Files.writeString(
                file,
                "%n# %s %s%n%s=%s%n".formatted(descriptor.id(), descriptor.version(), hash, words),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        accepted.setProperty(hash, words);
    }

    private static String hash(Path jar) throws IOException {
        try (InputStream content = Files.newInputStream(jar)) {
            var digest = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java lacks SHA-256.\nMaybe the installation is broken?", e);
        }
    }
}
