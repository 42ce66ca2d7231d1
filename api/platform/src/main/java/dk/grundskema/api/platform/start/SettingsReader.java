package dk.grundskema.api.platform.start;

import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.platform.signin.OidcClaimRoleMapping;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings. Options override environment variables, these override the file, and the file overrides defaults. Reports all errors
 * at once.
 */
public final class SettingsReader {
    /** Name of the settings file in the data folder. */
    public static final String FILE = "grundskema.properties";

    private static final String FILE_VARIABLE = "GRUNDSKEMA_SETTINGS";

    private final Path folder;
    private final Map<String, String> environment;
    private final Map<ServiceSettingKey, String> options;
    private final List<LocalizedMessage> errors = new ArrayList<>();
    private final Map<ServiceSettingKey, String> values = new EnumMap<>(ServiceSettingKey.class);

    private SettingsReader(Path folder, Map<String, String> environment, Map<ServiceSettingKey, String> options) {
        this.folder = folder;
        this.environment = environment;
        this.options = options;
    }

    /**
     * Reads all settings.
     *
     * @param folder      base folder of relative paths
     * @param environment environment variables
     * @param options     command line options by setting
     * @param file        explicitly named file; {@code null} means the one in the data folder, if it exists
     * @throws StartRefusedException if anything is invalid; contains all errors
     */
    public static ServiceSettings read(
            Path folder, Map<String, String> environment, Map<ServiceSettingKey, String> options, @Nullable Path file) {
        return new SettingsReader(folder, environment, options).read(file);
    }

    private ServiceSettings read(@Nullable Path named) {
        String variable = environment.getOrDefault(FILE_VARIABLE, "");
        Path file = named == null && !variable.isEmpty() ? Path.of(variable) : named;
        if (file != null) {
            readFile(folder.resolve(file), true);
        } else {
            String data = options.getOrDefault(
                    ServiceSettingKey.DATA,
                    environment.getOrDefault(ServiceSettingKey.DATA.variable(), ServiceSettingKey.DATA.defaultValue()));
            Path usual = folder.resolve(data).resolve(FILE);
            if (Files.exists(usual)) {
                readFile(usual, false);
            }
        }
        new TreeMap<>(environment).forEach(this::readVariable);
        options.forEach((setting, value) ->
                acceptValue(setting, value, LocalizedMessage.of("setting.at-name", "--" + setting.key())));
        if (!values.containsKey(ServiceSettingKey.DATA)) {
            values.put(
                    ServiceSettingKey.DATA,
                    folder.resolve(ServiceSettingKey.DATA.defaultValue()).toString());
        }
        checkDependencies();
        if (!errors.isEmpty()) {
            throw new StartRefusedException(errors);
        }
        return ServiceSettings.of(values);
    }

    private void readFile(Path file, boolean mayNameData) {
        try {
            var seen = new EnumMap<ServiceSettingKey, Integer>(ServiceSettingKey.class);
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).replace("\uFEFF", "").strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    readLine(line, file, i + 1, seen, mayNameData);
                }
            }
        } catch (CharacterCodingException e) {
            errors.add(LocalizedMessage.of("setting.file-not-text", file));
        } catch (IOException e) {
            errors.add(LocalizedMessage.of("setting.file-unreadable", file));
        }
    }

    private void readLine(
            String line, Path file, int number, Map<ServiceSettingKey, Integer> seen, boolean mayNameData) {
        var where = LocalizedMessage.of("setting.at-line", file, String.valueOf(number));
        int equals = line.indexOf('=');
        if (equals < 0) {
            errors.add(LocalizedMessage.of("setting.no-value", where));
            return;
        }
        String key = line.substring(0, equals).strip();
        Optional<ServiceSettingKey> setting = ServiceSettingKey.findByKey(key);
        if (setting.isEmpty()) {
            reportUnknown(
                    key,
                    where,
                    Arrays.stream(ServiceSettingKey.values())
                            .map(ServiceSettingKey::key)
                            .toList());
            return;
        }
        Integer before = seen.put(setting.get(), number);
        if (before != null) {
            errors.add(LocalizedMessage.of("setting.twice", where, key, String.valueOf(before)));
        } else if (setting.get() == ServiceSettingKey.DATA && !mayNameData) {
            errors.add(LocalizedMessage.of("setting.data-in-data", where));
        } else {
            String value = line.substring(equals + 1).strip();
            acceptValue(
                    setting.get(), setting.get() == ServiceSettingKey.DATA ? resolveBeside(file, value) : value, where);
        }
    }

    private static String resolveBeside(Path file, String value) {
        return file.toAbsolutePath().resolveSibling(value).toString();
    }

    private void readVariable(String name, String value) {
        var where = LocalizedMessage.of("setting.at-name", name);
        Optional<ServiceSettingKey> setting = ServiceSettingKey.findByVariable(name);
        if (setting.isPresent()) {
            acceptValue(setting.get(), value.strip(), where);
        } else if (ServiceSettingKey.isSettingVariable(name)) {
            reportUnknown(
                    name,
                    where,
                    Arrays.stream(ServiceSettingKey.values())
                            .map(ServiceSettingKey::variable)
                            .toList());
        }
    }

    private void reportUnknown(String name, LocalizedMessage where, List<String> known) {
        errors.add(SpellingSuggester.suggest(name, known)
                .map(near -> LocalizedMessage.of("setting.unknown-near", where, name, near))
                .orElseGet(() -> LocalizedMessage.of("setting.unknown", where, name)));
    }

    private void acceptValue(ServiceSettingKey setting, String value, LocalizedMessage where) {
        Optional<LocalizedMessage> expected =
                value.isEmpty() ? Optional.empty() : SettingSchema.findViolation(setting, value);
        if (expected.isPresent()) {
            errors.add(LocalizedMessage.of("setting.wrong", where, setting.key(), value, expected.get()));
        } else if (setting == ServiceSettingKey.DATA) {
            values.put(
                    setting,
                    folder.resolve(value.isEmpty() ? ServiceSettingKey.DATA.defaultValue() : value)
                            .toString());
        } else if (!value.isEmpty()) {
            values.put(setting, value);
        }
    }

    /** Checks settings that require other settings. */
    private void checkDependencies() {
        List.of(ServiceSettingKey.DATABASE_USER, ServiceSettingKey.DATABASE_PASSWORD)
                .forEach(setting -> requireTogether(setting, ServiceSettingKey.DATABASE_URL));
        requireTogether(ServiceSettingKey.OIDC_ISSUER, ServiceSettingKey.OIDC_CLIENT_ID);
        requireTogether(ServiceSettingKey.OIDC_CLIENT_ID, ServiceSettingKey.OIDC_ISSUER);
        requireTogether(ServiceSettingKey.OIDC_CLIENT_SECRET, ServiceSettingKey.OIDC_ISSUER);
        List.of(
                        ServiceSettingKey.OIDC_SCOPES,
                        ServiceSettingKey.OIDC_CREATE,
                        ServiceSettingKey.OIDC_ORGANISATION,
                        ServiceSettingKey.OIDC_MATCH,
                        ServiceSettingKey.OIDC_CLAIM)
                .forEach(setting -> requireTogether(setting, ServiceSettingKey.OIDC_ISSUER));
        requireTogether(ServiceSettingKey.OIDC_CLAIM, ServiceSettingKey.OIDC_ROLES);
        requireTogether(ServiceSettingKey.OIDC_ROLES, ServiceSettingKey.OIDC_CLAIM);
        requireTogether(ServiceSettingKey.OIDC_STAFF_CLAIM, ServiceSettingKey.OIDC_ROLES);
        if (values.getOrDefault(ServiceSettingKey.OIDC_CREATE, "").equals("mapped")) {
            requireTogether(ServiceSettingKey.OIDC_CREATE, ServiceSettingKey.OIDC_ROLES);
        }
        boolean hasStaff = OidcClaimRoleMapping.parse(values.getOrDefault(ServiceSettingKey.OIDC_ROLES, ""))
                .filter(OidcClaimRoleMapping::grantsStaffRole)
                .isPresent();
        if (hasStaff) {
            requireTogether(ServiceSettingKey.OIDC_ROLES, ServiceSettingKey.OIDC_STAFF_CLAIM);
        }
        String scopes =
                values.getOrDefault(ServiceSettingKey.OIDC_SCOPES, ServiceSettingKey.OIDC_SCOPES.defaultValue());
        if (!List.of(scopes.split(" +")).contains("openid")) {
            errors.add(
                    LocalizedMessage.of("setting.scopes-without-openid", ServiceSettingKey.OIDC_SCOPES.key(), scopes));
        }
        requireTogether(ServiceSettingKey.ADMIN_TOKEN, ServiceSettingKey.ADMIN_PASSWORD);
        requireTogether(ServiceSettingKey.MAIL_HOST, ServiceSettingKey.MAIL_FROM);
        List.of(ServiceSettingKey.MAIL_FROM, ServiceSettingKey.MAIL_USER, ServiceSettingKey.MAIL_PASSWORD)
                .forEach(setting -> requireTogether(setting, ServiceSettingKey.MAIL_HOST));
        requireTogether(ServiceSettingKey.MAIL_USER, ServiceSettingKey.MAIL_PASSWORD);
        requireTogether(ServiceSettingKey.MAIL_PASSWORD, ServiceSettingKey.MAIL_USER);
        if (!values.containsKey(ServiceSettingKey.PUBLIC_URL)) {
            requireTogether(
                    ServiceSettingKey.MAIL_HOST,
                    ServiceSettingKey
                            .BASE_URL); // mails are sent outside of requests, so their links need a configured address
        }
    }

    private void requireTogether(ServiceSettingKey setting, ServiceSettingKey other) {
        if (values.containsKey(setting) && !values.containsKey(other)) {
            errors.add(LocalizedMessage.of("setting.needs", setting.key(), other.key()));
        }
    }
}
