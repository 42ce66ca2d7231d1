package dk.grundskema.api.server.start;

import dk.grundskema.api.platform.Nearest;
import dk.grundskema.api.server.identity.ClaimedRoles;
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
 * Reads how the service is to be run: options before variables of the environment before the file before what is usual. Whatever is wrong
 * is found at once.
 */
public final class SettingsReading {
    /** Name of the file of settings in the folder of the data. */
    public static final String FILE = "grundskema.properties";

    private static final String FILE_VARIABLE = "GRUNDSKEMA_SETTINGS";

    private final Path folder;
    private final Map<String, String> environment;
    private final Map<Setting, String> options;
    private final List<Sentence> wrong = new ArrayList<>();
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    private SettingsReading(Path folder, Map<String, String> environment, Map<Setting, String> options) {
        this.folder = folder;
        this.environment = environment;
        this.options = options;
    }

    /**
     * Reads all settings.
     *
     * @param folder      folder that relative paths start from
     * @param environment variables of the environment
     * @param options     what was typed, by setting
     * @param file        the file that was named; {@code null} means the one in the folder of the data, if there is one
     * @throws StartRefusal if anything is wrong, with all that is
     */
    public static Settings read(
            Path folder, Map<String, String> environment, Map<Setting, String> options, @Nullable Path file) {
        return new SettingsReading(folder, environment, options).read(file);
    }

    private Settings read(@Nullable Path named) {
        String variable = environment.getOrDefault(FILE_VARIABLE, "");
        Path file = named == null && !variable.isEmpty() ? Path.of(variable) : named;
        if (file != null) {
            readFile(folder.resolve(file), true);
        } else {
            String data = options.getOrDefault(
                    Setting.DATA, environment.getOrDefault(Setting.DATA.variable(), Setting.DATA.preset()));
            Path usual = folder.resolve(data).resolve(FILE);
            if (Files.exists(usual)) {
                readFile(usual, false);
            }
        }
        new TreeMap<>(environment).forEach(this::variable);
        options.forEach((setting, value) -> take(setting, value, Sentence.of("setting.at-name", "--" + setting.key())));
        if (!values.containsKey(Setting.DATA)) {
            values.put(Setting.DATA, folder.resolve(Setting.DATA.preset()).toString());
        }
        belongTogether();
        if (!wrong.isEmpty()) {
            throw new StartRefusal(wrong);
        }
        return Settings.of(values);
    }

    private void readFile(Path file, boolean mayNameData) {
        try {
            var seen = new EnumMap<Setting, Integer>(Setting.class);
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).replace("\uFEFF", "").strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    line(line, file, i + 1, seen, mayNameData);
                }
            }
        } catch (CharacterCodingException e) {
            wrong.add(Sentence.of("setting.file-not-text", file));
        } catch (IOException e) {
            wrong.add(Sentence.of("setting.file-unreadable", file));
        }
    }

    private void line(String line, Path file, int number, Map<Setting, Integer> seen, boolean mayNameData) {
        var where = Sentence.of("setting.at-line", file, String.valueOf(number));
        int equals = line.indexOf('=');
        if (equals < 0) {
            wrong.add(Sentence.of("setting.no-value", where));
            return;
        }
        String key = line.substring(0, equals).strip();
        Optional<Setting> setting = Setting.ofKey(key);
        if (setting.isEmpty()) {
            unknown(
                    key,
                    where,
                    Arrays.stream(Setting.values()).map(Setting::key).toList());
            return;
        }
        Integer before = seen.put(setting.get(), number);
        if (before != null) {
            wrong.add(Sentence.of("setting.twice", where, key, String.valueOf(before)));
        } else if (setting.get() == Setting.DATA && !mayNameData) {
            wrong.add(Sentence.of("setting.data-in-data", where));
        } else {
            String value = line.substring(equals + 1).strip();
            take(setting.get(), setting.get() == Setting.DATA ? beside(file, value) : value, where);
        }
    }

    private static String beside(Path file, String value) {
        return file.toAbsolutePath().resolveSibling(value).toString();
    }

    private void variable(String name, String value) {
        var where = Sentence.of("setting.at-name", name);
        Optional<Setting> setting = Setting.ofVariable(name);
        if (setting.isPresent()) {
            take(setting.get(), value.strip(), where);
        } else if (Setting.isOurs(name)) {
            unknown(
                    name,
                    where,
                    Arrays.stream(Setting.values()).map(Setting::variable).toList());
        }
    }

    private void unknown(String name, Sentence where, List<String> known) {
        wrong.add(Nearest.to(name, known)
                .map(near -> Sentence.of("setting.unknown-near", where, name, near))
                .orElseGet(() -> Sentence.of("setting.unknown", where, name)));
    }

    private void take(Setting setting, String value, Sentence where) {
        if (!value.isEmpty() && !setting.form().fits().test(value)) {
            wrong.add(
                    setting.form().isSecret()
                            ? Sentence.of(
                                    "setting.wrong-secret",
                                    where,
                                    setting.key(),
                                    setting.form().expected())
                            : Sentence.of(
                                    "setting.wrong",
                                    where,
                                    setting.key(),
                                    value,
                                    setting.form().expected()));
        } else if (setting == Setting.DATA) {
            values.put(
                    setting,
                    folder.resolve(value.isEmpty() ? Setting.DATA.preset() : value)
                            .toString());
        } else if (!value.isEmpty()) {
            values.put(setting, value);
        }
    }

    /** What makes sense only with something else. */
    private void belongTogether() {
        List.of(Setting.DATABASE_USER, Setting.DATABASE_PASSWORD)
                .forEach(setting -> needs(setting, Setting.DATABASE_URL));
        needs(Setting.OIDC_ISSUER, Setting.OIDC_CLIENT_ID);
        needs(Setting.OIDC_CLIENT_ID, Setting.OIDC_ISSUER);
        needs(Setting.OIDC_CLIENT_SECRET, Setting.OIDC_ISSUER);
        List.of(
                        Setting.OIDC_SCOPES,
                        Setting.OIDC_CREATE,
                        Setting.OIDC_ORGANISATION,
                        Setting.OIDC_MATCH,
                        Setting.OIDC_CLAIM)
                .forEach(setting -> needs(setting, Setting.OIDC_ISSUER));
        needs(Setting.OIDC_CLAIM, Setting.OIDC_ROLES);
        needs(Setting.OIDC_ROLES, Setting.OIDC_CLAIM);
        needs(Setting.OIDC_STAFF_CLAIM, Setting.OIDC_ROLES);
        if (values.getOrDefault(Setting.OIDC_CREATE, "").equals("mapped")) {
            needs(Setting.OIDC_CREATE, Setting.OIDC_ROLES);
        }
        boolean hasStaff = ClaimedRoles.read(values.getOrDefault(Setting.OIDC_ROLES, ""))
                .filter(ClaimedRoles::isOfStaff)
                .isPresent();
        if (hasStaff) {
            needs(Setting.OIDC_ROLES, Setting.OIDC_STAFF_CLAIM);
        }
        String scopes = values.getOrDefault(Setting.OIDC_SCOPES, Setting.OIDC_SCOPES.preset());
        if (!List.of(scopes.split(" +")).contains("openid")) {
            wrong.add(Sentence.of("setting.scopes-without-openid", Setting.OIDC_SCOPES.key(), scopes));
        }
        needs(Setting.ADMIN_TOKEN, Setting.ADMIN_PASSWORD);
        needs(Setting.MAIL_HOST, Setting.MAIL_FROM);
        List.of(Setting.MAIL_FROM, Setting.MAIL_USER, Setting.MAIL_PASSWORD)
                .forEach(setting -> needs(setting, Setting.MAIL_HOST));
        needs(Setting.MAIL_USER, Setting.MAIL_PASSWORD);
        needs(Setting.MAIL_PASSWORD, Setting.MAIL_USER);
        if (!values.containsKey(Setting.PUBLIC_URL)) {
            needs(Setting.MAIL_HOST, Setting.BASE_URL); // a mail answers no request, so links must begin somehow
        }
    }

    private void needs(Setting setting, Setting other) {
        if (values.containsKey(setting) && !values.containsKey(other)) {
            wrong.add(Sentence.of("setting.needs", setting.key(), other.key()));
        }
    }
}
