// SPDX-License-Identifier: Apache-2.0
// The bytes of the language model, of the compiled knowledge and of the description of the API, as read-only data.

        .section .rodata
        .global masudi_model_begin, masudi_model_end, masudi_knowledge_begin, masudi_knowledge_end
        .global masudi_openapi_begin, masudi_openapi_end

        .balign 64
masudi_model_begin:
#ifdef MASUDI_MODEL_FILE
        .incbin MASUDI_MODEL_FILE
#endif
masudi_model_end:

        .balign 64
masudi_knowledge_begin:
        .incbin MASUDI_KNOWLEDGE_FILE
masudi_knowledge_end:

masudi_openapi_begin:
        .incbin MASUDI_OPENAPI_FILE
masudi_openapi_end:

        .section .note.GNU-stack, "", %progbits
