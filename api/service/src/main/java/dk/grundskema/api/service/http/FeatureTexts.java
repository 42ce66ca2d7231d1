package dk.grundskema.api.service.http;

/**
 * Location of the texts of a feature. Each feature with texts declares one instance as a bean.
 *
 * @param beside class in the package that contains the files {@code messages_da.properties} and {@code messages_en.properties}
 */
public record FeatureTexts(Class<?> beside) {}
