package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.support.PlacewellTest;
import org.placewell.workflow.diagram.Diagrams;
import org.springframework.beans.factory.annotation.Autowired;

@PlacewellTest
class ModelsDeployTest {

    @Autowired
    RepositoryService repository;

    @Test
    @DisplayName("The engine has all seven models")
    void models() {
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list()).extracting(ProcessDefinition::getKey)
                .containsAll(Diagrams.KEYS);
    }
}
