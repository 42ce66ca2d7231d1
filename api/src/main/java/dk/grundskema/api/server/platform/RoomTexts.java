package dk.grundskema.api.server.platform;

/**
 * Where a room of the service has its texts. Each room with texts declares one of these as a bean.
 *
 * @param beside class of the package in which the files {@code messages_da.properties} and {@code messages_en.properties} lie
 */
public record RoomTexts(Class<?> beside) {}
