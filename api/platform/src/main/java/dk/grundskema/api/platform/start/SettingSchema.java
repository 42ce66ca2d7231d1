package dk.grundskema.api.platform.start;

import dk.grundskema.api.platform.http.DatabaseSettings;
import dk.grundskema.api.platform.http.LogSettings;
import dk.grundskema.api.platform.http.ServerSettings;
import dk.grundskema.api.platform.signin.OidcClaimRoleMapping;
import dk.grundskema.api.platform.signin.OidcSettings;
import dk.grundskema.api.platform.traffic.LimitSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;

/**
 * The records from which features read their settings, and what they declare: type, default and constraints of each setting. Checks values before the
 * records are bound, so that all errors are found at once. The constraints are few enough to be checked here: a validator would delay each start
 * (docs/adr/0040-restructuring.md).
 */
final class SettingSchema {
    /** Records of all settings; together they have a component for each {@link ServiceSettingKey}. */
    static final List<Class<? extends Record>> RECORDS = List.of(
            ServerSettings.class,
            DatabaseSettings.class,
            AdministratorSettings.class,
            LimitSettings.class,
            OidcSettings.class,
            MailSettings.class,
            LogSettings.class);

    private static final java.util.regex.Pattern ALTERNATIVES = java.util.regex.Pattern.compile("\\(([^()]+)\\)");
    private static final Set<Class<? extends Annotation>> UNDERSTOOD =
            Set.of(DefaultValue.class, Min.class, Max.class, Pattern.class);
    private static final ConversionService CONVERSION = conversions();
    private static final Map<ServiceSettingKey, Parameter> PARAMETERS = parameters();

    private SettingSchema() {}

    /** Returns conversions that accept exactly the documented forms: the framework's own also accept {@code 0x10} and {@code yes}. */
    private static ConversionService conversions() {
        var conversions = new DefaultConversionService();
        conversions.addConverter(
                String.class, Integer.class, text -> Integer.valueOf(requireForm(text, text.matches("\\d{1,9}"))));
        conversions.addConverter(
                String.class, Boolean.class, text -> Boolean.valueOf(requireForm(text, text.matches("true|false"))));
        conversions.addConverter(
                String.class,
                OidcClaimRoleMapping.class,
                text -> OidcClaimRoleMapping.parse(text).orElseThrow(IllegalArgumentException::new));
        return conversions;
    }

    private static String requireForm(String text, boolean hasForm) {
        if (!hasForm) {
            throw new IllegalArgumentException("Not of the expected form.");
        }
        return text;
    }

    private static Map<ServiceSettingKey, Parameter> parameters() {
        var parameters = new EnumMap<ServiceSettingKey, Parameter>(ServiceSettingKey.class);
        for (Class<? extends Record> type : RECORDS) {
            for (Parameter parameter : type.getDeclaredConstructors()[0].getParameters()) {
                String name = prefix(type) + "." + DataObjectPropertyName.toDashedForm(parameter.getName());
                ServiceSettingKey setting = ServiceSettingKey.findByProperty(name)
                        .orElseThrow(() -> new IllegalStateException(
                                "Component (%s) is not among the settings. Maybe its constant is missing."
                                        .formatted(name)));
                for (Annotation each : parameter.getAnnotations()) {
                    if (!UNDERSTOOD.contains(each.annotationType())) {
                        throw new IllegalStateException(
                                "Component (%s) has the constraint (%s), which is never checked."
                                        .formatted(name, each));
                    }
                }
                parameters.put(setting, parameter);
            }
        }
        return parameters;
    }

    private static String prefix(Class<? extends Record> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    private static Parameter parameter(ServiceSettingKey setting) {
        return Objects.requireNonNull(PARAMETERS.get(setting), setting::key);
    }

    /** Returns the default value of a setting; empty if it has none. */
    static String defaultValue(ServiceSettingKey setting) {
        String value = parameter(setting).getAnnotation(DefaultValue.class).value()[0];
        return value.equals(ServerSettings.PROCESSORS)
                ? String.valueOf(Runtime.getRuntime().availableProcessors())
                : value;
    }

    /** Returns what is expected of the setting if the non-empty value is invalid; empty if it is valid. */
    static Optional<LocalizedMessage> findViolation(ServiceSettingKey setting, String value) {
        Parameter parameter = parameter(setting);
        try {
            return isWithin(parameter, CONVERSION.convert(value, parameter.getType()))
                    ? Optional.empty()
                    : Optional.of(expectedForm(parameter));
        } catch (ConversionException e) {
            return Optional.of(expectedForm(parameter));
        }
    }

    private static boolean isWithin(Parameter parameter, @Nullable Object value) {
        Pattern pattern = parameter.getAnnotation(Pattern.class);
        return switch (value) {
            case Integer number ->
                number >= parameter.getAnnotation(Min.class).value()
                        && number <= parameter.getAnnotation(Max.class).value();
            case String text -> pattern == null || text.matches(pattern.regexp());
            case null, default -> true;
        };
    }

    private static LocalizedMessage expectedForm(Parameter parameter) {
        if (parameter.getType() == int.class) {
            return LocalizedMessage.of(
                    "setting.form.number",
                    String.valueOf(parameter.getAnnotation(Min.class).value()),
                    String.valueOf(parameter.getAnnotation(Max.class).value()));
        }
        Pattern pattern = parameter.getAnnotation(Pattern.class);
        if (pattern != null) {
            String alternatives = ALTERNATIVES
                    .matcher(pattern.regexp())
                    .results()
                    .findFirst()
                    .map(found -> found.group(1).replace("|", ", "))
                    .orElse("");
            return LocalizedMessage.of(pattern.message(), alternatives);
        }
        return parameter.getType() == OidcClaimRoleMapping.class
                ? LocalizedMessage.of("setting.form.roles")
                : LocalizedMessage.of("setting.form.choice", "true, false");
    }

    /**
     * Returns the records with the given values, and defaults for the others.
     *
     * @param values valid values
     */
    static List<Record> bind(Map<ServiceSettingKey, String> values) {
        var properties = new MapConfigurationPropertySource();
        for (ServiceSettingKey setting : ServiceSettingKey.values()) {
            String value = values.getOrDefault(setting, "");
            properties.put(setting.property(), value.isEmpty() ? defaultValue(setting) : value);
        }
        var binder = new Binder(List.of(properties), null, CONVERSION);
        return RECORDS.stream()
                .map(type -> (Record) binder.bindOrCreate(prefix(type), type))
                .toList();
    }
}
