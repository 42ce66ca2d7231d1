package dk.grundskema.api.platform.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service as a whole.
 *
 * @param port          port on which the service listens; 0 means any free port
 * @param address       local address on which the service listens
 * @param data          folder of the embedded database and of backups
 * @param workers       number of concurrent solves in this process; 0 leaves them to other processes
 * @param baseUrl       address under which users reach the service; empty means the address and port on which it listens
 * @param publicUrl     address of calendar links if it differs from the base address; empty means the base address, or else that of the request
 * @param secureCookies whether cookies require encrypted connections; {@code auto} means yes if the base address is encrypted
 * @param trustProxy    whether to trust proxy headers about the client's address and encryption
 * @param metrics       who may read the metrics: callers on this machine ({@code local}), everyone, or nobody
 */
@ConfigurationProperties("grundskema")
public record ServerSettings(
        @DefaultValue("8080") @Min(0) @Max(65535) int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("grundskema-data") String data,
        @DefaultValue(PROCESSORS) @Min(0) @Max(64) int workers,

        @DefaultValue("") @Pattern(regexp = URL, message = "setting.form.start")
        String baseUrl,

        @DefaultValue("") @Pattern(regexp = URL, message = "setting.form.start")
        String publicUrl,

        @DefaultValue("auto") @Pattern(regexp = "(auto|true|false)", message = "setting.form.choice")
        String secureCookies,

        @DefaultValue("false") boolean trustProxy,

        @DefaultValue("local") @Pattern(regexp = "(local|all|off)", message = "setting.form.choice")
        String metrics) {
    /** Default that stands for the number of processors of the machine. */
    public static final String PROCESSORS = "processors";

    private static final String URL = "|(http://|https://).+";

    /** Returns the folder of the embedded database and of backups as an absolute path. */
    public Path dataFolder() {
        return Path.of(data).toAbsolutePath().normalize();
    }

    /** Returns the base address without trailing slashes; empty if it is not set. */
    public String plainBaseUrl() {
        return baseUrl.replaceFirst("/+$", "");
    }

    /** Returns whether cookies are sent over encrypted connections only, regardless of the connection of the request. */
    public boolean hasSecureCookies() {
        return secureCookies.equals("auto") ? baseUrl.startsWith("https:") : secureCookies.equals("true");
    }
}
