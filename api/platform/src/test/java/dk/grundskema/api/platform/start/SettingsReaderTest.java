package dk.grundskema.api.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.platform.http.LogSettings;
import dk.grundskema.api.platform.traffic.LimitSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.convert.DurationStyle;

class SettingsReaderTest {
    private static final Locale ENGLISH = Locale.ENGLISH;

    private static final String CORES = "the cores";

    /** Defaults that the documentation describes in words instead of a literal value. */
    private static final Map<ServiceSettingKey, String> IN_WORDS = Map.of(
            ServiceSettingKey.WORKERS,
            CORES,
            ServiceSettingKey.LIMIT_RUNNING,
            CORES,
            ServiceSettingKey.OIDC_ORGANISATION,
            "the top");

    @TempDir
    Path folder;

    private ServiceSettings read(Map<String, String> environment, Map<ServiceSettingKey, String> options) {
        return SettingsReader.read(folder, environment, options, null);
    }

    private List<String> refused(
            Map<String, String> environment, Map<ServiceSettingKey, String> options, Locale language) {
        return catchThrowableOfType(StartRefusedException.class, () -> read(environment, options))
                .texts(language);
    }

    private Path file(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void withoutSettingsEverythingIsAsUsual() {
        ServiceSettings settings = read(Map.of("PATH", "/bin"), Map.of());
        assertThat(settings.server().port()).isEqualTo(8080);
        assertThat(settings.server().address()).isEqualTo("127.0.0.1");
        assertThat(settings.data()).isEqualTo(folder.resolve("grundskema-data"));
        assertThat(settings.isEmbedded()).isTrue();
    }

    @Test
    void metricsAreForNobodyWhereThatIsSet() {
        Map<ServiceSettingKey, String> off = Map.of(ServiceSettingKey.METRICS, "off");
        assertThat(read(Map.of(), off).springProperties())
                .containsEntry("management.endpoints.web.exposure.include", "health");
    }

    @Test
    void optionsComeBeforeVariablesAndVariablesBeforeTheFile() {
        file("grundskema-data/grundskema.properties", "# for us\n\nport = 1\nworkers=1\nlog.format = json\n");
        ServiceSettings settings =
                read(Map.of("GRUNDSKEMA_PORT", "2", "GRUNDSKEMA_WORKERS", "2"), Map.of(ServiceSettingKey.PORT, "3"));
        assertThat(settings.server().port()).isEqualTo(3);
        assertThat(settings.server().workers()).isEqualTo(2);
        assertThat(settings.get(LogSettings.class).format()).isEqualTo("json");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsPlaceAndWhatWasExpected() {
        Path file = file(
                "grundskema-data/grundskema.properties",
                "prot = 8080\nworkers = many\nnonsense\nworkers = 2\ndata = elsewhere\nsomething.else = 1\n");
        assertThat(refused(
                        Map.of("GRUNDSKEMA_LOG_FORMT", "json", "GRUNDSKEMA_DATABASE_USER", "me"),
                        Map.of(ServiceSettingKey.PORT, "65536"),
                        ENGLISH))
                .containsExactly(
                        file + ", line 1: there is no setting \"prot\". Did you mean \"port\"?",
                        file + ", line 2: \"workers\" can't be \"many\". Expected: a whole number from 0 to 64.",
                        file + ", line 3: expected \"name = value\".",
                        file + ", line 4: \"workers\" is already set in line 2.",
                        file
                                + ", line 5: \"data\" can't be set in the file that lies in that folder. Use --data, GRUNDSKEMA_DATA, or a file named by --settings.",
                        file + ", line 6: there is no setting \"something.else\". They are all in docs/operate.md.",
                        "GRUNDSKEMA_LOG_FORMT: there is no setting \"GRUNDSKEMA_LOG_FORMT\". Did you mean \"GRUNDSKEMA_LOG_FORMAT\"?",
                        "--port: \"port\" can't be \"65536\". Expected: a whole number from 0 to 65535.",
                        "\"database.user\" is set, but \"database.url\" is not. One makes no sense without the other.");
    }

    @Test
    void incompleteOrInvalidOidcSettingsAreReported() {
        assertThat(refused(
                        Map.of("GRUNDSKEMA_OIDC_ROLES", "planners = home:boss", "GRUNDSKEMA_OIDC_SCOPES", "email"),
                        Map.of(),
                        ENGLISH))
                .containsExactly(
                        "GRUNDSKEMA_OIDC_ROLES: \"oidc.roles\" can't be \"planners = home:boss\". Expected: one or more"
                                + " \"value = organisation:role\" with \";\" between them, where the role is administrator, planner,"
                                + " coordinator, reader or staff.",
                        "\"oidc.scopes\" is set, but \"oidc.issuer\" is not. One makes no sense without the other.",
                        "\"oidc.scopes\" is \"email\", but \"openid\" must be among them.");
        assertThat(refused(
                        Map.of(
                                "GRUNDSKEMA_OIDC_ISSUER", "https://id.example.org",
                                "GRUNDSKEMA_OIDC_CLIENT_ID", "us",
                                "GRUNDSKEMA_OIDC_ROLES", "teachers = home:staff"),
                        Map.of(),
                        ENGLISH))
                .containsExactly(
                        "\"oidc.roles\" is set, but \"oidc.claim\" is not. One makes no sense without the other.",
                        "\"oidc.roles\" is set, but \"oidc.staff-claim\" is not. One makes no sense without the other.");
        assertThat(refused(
                        Map.of(
                                "GRUNDSKEMA_OIDC_ISSUER", "https://id.example.org",
                                "GRUNDSKEMA_OIDC_CLIENT_ID", "us",
                                "GRUNDSKEMA_OIDC_CREATE_ACCOUNTS", "mapped"),
                        Map.of(),
                        ENGLISH))
                .containsExactly(
                        "\"oidc.create-accounts\" is set, but \"oidc.roles\" is not. One makes no sense without the other.");
    }

    @Test
    void invalidPortIsReportedInDanish() {
        assertThat(refused(Map.of(), Map.of(ServiceSettingKey.PORT, "x"), Locale.of("da")))
                .containsExactly("--port: \"port\" kan ikke være \"x\". Der skal stå et helt tal fra 0 til 65535.");
    }

    @Test
    void aFileThatIsNamedMustBeThereAndMayNameTheFolder() {
        Path file = file("etc/grundskema.properties", "data = ../var\n");
        assertThat(SettingsReader.read(folder, Map.of("GRUNDSKEMA_SETTINGS", file.toString()), Map.of(), null)
                        .data())
                .isEqualTo(folder.resolve("var"));
        var missing = catchThrowableOfType(
                StartRefusedException.class, () -> SettingsReader.read(folder, Map.of(), Map.of(), Path.of("none")));
        assertThat(missing.texts(ENGLISH))
                .containsExactly("The settings %s can't be read. Is the path right, and may you read it?"
                        .formatted(folder.resolve("none")));
    }

    @Test
    void settingsFileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve("latin1"), new byte[] {'p', (byte) 0xe6});
        var refusal = catchThrowableOfType(
                StartRefusedException.class, () -> SettingsReader.read(folder, Map.of(), Map.of(), Path.of("latin1")));
        assertThat(refusal.texts(ENGLISH)).containsExactly(folder.resolve("latin1") + " is not text in UTF-8.");
    }

    @Test
    void secretsAreNeitherInTextsNorInTheDescriptionOfSettings() {
        ServiceSettings settings = read(
                Map.of(
                        "GRUNDSKEMA_DATABASE_URL", "jdbc:postgresql://db/grundskema",
                        "GRUNDSKEMA_DATABASE_PASSWORD", "hemmelig"),
                Map.of());
        assertThat(settings.database().password().value()).isEqualTo("hemmelig");
        assertThat(settings.toString() + settings.records()).doesNotContain("hemmelig");
    }

    @Test
    void cookiesAreForEncryptedConnectionsWhereTheAddressIsOne() {
        assertThat(read(Map.of("GRUNDSKEMA_BASE_URL", "https://plan.example.org/"), Map.of())
                        .server()
                        .hasSecureCookies())
                .isTrue();
        assertThat(read(Map.of(), Map.of()).server().hasSecureCookies()).isFalse();
        assertThat(read(Map.of("GRUNDSKEMA_SECURE_COOKIES", "true"), Map.of())
                        .server()
                        .hasSecureCookies())
                .isTrue();
    }

    @Test
    void formsThatOnlyTheFrameworkWouldAcceptAreRefused() {
        assertThat(refused(Map.of("GRUNDSKEMA_WORKERS", "0x10", "GRUNDSKEMA_LOG_REQUESTS", "yes"), Map.of(), ENGLISH))
                .containsExactly(
                        "GRUNDSKEMA_LOG_REQUESTS: \"log.requests\" can't be \"yes\". Expected: one of true, false.",
                        "GRUNDSKEMA_WORKERS: \"workers\" can't be \"0x10\". Expected: a whole number from 0 to 64.");
    }

    @Test
    void numbersAreRefusedJustOutsideTheirRangeAndAcceptedAtItsEnds() {
        for (String valid : List.of("1", "3600")) {
            assertThat(read(Map.of("GRUNDSKEMA_LIMITS_BODY_SECONDS", valid), Map.of())
                            .get(LimitSettings.class)
                            .bodySeconds())
                    .isEqualTo(Integer.parseInt(valid));
        }
        for (String invalid : List.of("0", "3601", "-1")) {
            assertThat(refused(Map.of("GRUNDSKEMA_LIMITS_BODY_SECONDS", invalid), Map.of(), ENGLISH))
                    .singleElement()
                    .asString()
                    .contains("from 1 to 3600");
        }
    }

    @Test
    void theFormThatIsExpectedNamesAllAlternatives() {
        assertThat(refused(
                        Map.of(
                                "GRUNDSKEMA_BASE_URL", "plan.example",
                                "GRUNDSKEMA_MAIL_FROM", "Skolen",
                                "GRUNDSKEMA_METRICS", "some"),
                        Map.of(),
                        ENGLISH))
                .contains(
                        "GRUNDSKEMA_BASE_URL: \"base-url\" can't be \"plan.example\". Expected: something that begins with http://, https://.",
                        "GRUNDSKEMA_MAIL_FROM: \"mail.from\" can't be \"Skolen\". Expected: a mail address, or a name and a mail address in angle brackets.",
                        "GRUNDSKEMA_METRICS: \"metrics\" can't be \"some\". Expected: one of local, all, off.");
    }

    @Test
    void everyDefaultIsValid() {
        assertThat(ServiceSettingKey.values())
                .filteredOn(setting -> !setting.defaultValue().isEmpty())
                .hasSizeGreaterThan(20)
                .allSatisfy(setting -> assertThat(SettingSchema.findViolation(setting, setting.defaultValue()))
                        .isEmpty());
    }

    @Test
    void everySettingHasAVariableOfItsOwn() {
        assertThat(Arrays.stream(ServiceSettingKey.values()).map(ServiceSettingKey::variable))
                .doesNotHaveDuplicates()
                .contains("GRUNDSKEMA_DATABASE_URL", "GRUNDSKEMA_BASE_URL");
    }

    @Test
    void thePageForThoseWhoRunTheServiceNamesEachSettingAndNoOther() throws IOException {
        String page = Files.readString(Path.of("../../docs/operate.md"));
        String table = page.substring(page.indexOf("| name | otherwise |"), page.indexOf("## PostgreSQL"));
        assertThat(Pattern.compile("(?m)^\\| (`[^|]*) \\|")
                        .matcher(table)
                        .results()
                        .flatMap(row -> Pattern.compile("`([^`]+)`")
                                .matcher(row.group(1))
                                .results()
                                .map(name -> name.group(1))))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ServiceSettingKey.values())
                        .map(ServiceSettingKey::key)
                        .toList());
    }

    @Test
    void thePageSaysWhatEachSettingOtherwiseIs() throws IOException {
        String page = Files.readString(Path.of("../../docs/operate.md"));
        for (ServiceSettingKey setting : ServiceSettingKey.values()) {
            assertThat(page.lines()
                            .filter(line -> line.startsWith("| `")
                                    && line.split("\\|", -1)[1].contains("`" + setting.key() + "`")))
                    .as(setting.key())
                    .singleElement()
                    .extracting(row -> row.split("\\|", -1)[2].strip())
                    .isEqualTo(IN_WORDS.getOrDefault(setting, setting.defaultValue()));
        }
        String cores = String.valueOf(Runtime.getRuntime().availableProcessors());
        assertThat(List.of(ServiceSettingKey.WORKERS.defaultValue(), ServiceSettingKey.LIMIT_RUNNING.defaultValue()))
                .containsOnly(cores);
        assertThat(ServiceSettingKey.OIDC_ORGANISATION.defaultValue()).isEmpty();
    }

    /** A dead process is detected after a number of missed heartbeats, with a check at every other heartbeat; its work is picked at the next poll. */
    @Test
    void aDeadProcessIsNoticedWithinHalfAMinute() {
        Map<String, Object> all = ServiceSettings.of(Map.of()).springProperties();
        Duration heartbeat = DurationStyle.detectAndParse((String) all.get("db-scheduler.heartbeat-interval"));
        Duration poll = DurationStyle.detectAndParse((String) all.get("db-scheduler.polling-interval"));
        int missed = (Integer) all.get("db-scheduler.missed-heartbeats-limit");
        assertThat(heartbeat.multipliedBy(missed + 2).plus(poll)).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }
}
