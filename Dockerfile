# The image that docker-compose.yml builds; with SPRING_DATASOURCE_URL set, the PostgreSQL inside the jar is not used.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /placewell
COPY pom.xml ./
COPY processes processes
COPY forms forms
COPY src src
RUN mvn -B -q package -DskipTests

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home placewell
USER placewell
WORKDIR /home/placewell
COPY --from=build /placewell/target/placewell.jar placewell.jar
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "placewell.jar"]
